"""What lies in the data directory: nothing of who came from where, and no old handle (R8, H3)."""

from __future__ import annotations

from pathlib import Path

import acts
from heed_server import command
from world import World

# Peculiar enough that no file has it by chance.
AGENT = "Quillfeather-Browser/7.31"
REFERRER = "http://wrenhollow.example/whence"
CLIENT = "203.0.113.77"


def files_with(needle: str, data: Path) -> list[str]:
    """The files of a data directory that hold these bytes, also with spaces between UTF-16."""
    found = []
    for file in sorted(path for path in data.rglob("*") if path.is_file()):
        content = file.read_bytes().lower()
        if needle.lower().encode() in content or needle.lower().encode("utf-16-le") in content:
            found.append(file.name)
    return found


def test_after_a_days_use_no_file_holds_a_user_agent_a_referrer_or_an_address(
    world: World,
) -> None:
    data = world.server.data
    assert data
    headers = {
        "User-Agent": AGENT,
        "X-Forwarded-For": CLIENT,
        "Forwarded": f"for={CLIENT}",
        "X-Real-IP": CLIENT,
    }
    for person in [world.amara, world.bo, world.cy]:
        person.context.set_extra_http_headers(headers)
        # Browsers send no referrer to pages that ask for none, so it is sent beside them.
        for path in ["/", "/home", world.partnership, "/nowhere"]:
            address = world.server.address + path
            person.context.request.get(address, headers=headers | {"Referer": REFERRER})
            person.context.request.post(
                address, form={"form": "x"}, headers=headers | {"Referer": REFERRER}
            )
    acts.ask(world.amara, world.partnership, "Carry chairs")
    acts.take(world.bo, world.partnership, "Carry chairs")
    word = acts.give_word(world.cy, world.partnership, "Carry chairs", "Forty", world.day(3))
    acts.report(world.cy, word, "All.")
    acts.recognise(world.amara, word, "This is what we asked")
    world.cy.open("/account")
    world.cy.press("Sign out")
    acts.sign_in(world.cy, "Cy")
    world.stranger().open("/nowhere")
    for needle in ["quillfeather", "wrenhollow", CLIENT, "127.0.0.1", "headless", "mozilla"]:
        assert files_with(needle, data) == []
    # The search does find what is there.
    assert files_with("Amara", data) != []


def test_a_handle_that_was_changed_is_on_no_page_and_in_no_file(world: World) -> None:
    old, new = "Quillfeather", "Wren"
    data = world.server.data
    assert data
    world.cy.open("/account")
    world.cy.fill(handle=old)
    world.cy.page.locator("form[action='/account/handle'] button").click()
    word = acts.give_word(world.cy, world.partnership, None, "Print the minutes", world.day(3))
    world.amara.open(word)
    assert f"{old} has given their word." in world.amara.text
    assert files_with(old, data) != []

    world.cy.open("/account")
    world.cy.fill(handle=new)
    world.cy.page.locator("form[action='/account/handle'] button").click()
    record = world.partnership + "/record"
    for path in [word, world.partnership, record, record + "/0", "/circle", "/owe", "/account"]:
        for reader in [world.cy, world.amara]:
            assert old.lower() not in reader.get(path).text().lower()
    world.amara.open(word)
    assert f"{new} has given their word." in world.amara.text
    assert old.lower() not in world.amara.get(record + "/file").text().lower()
    assert files_with(old, data) == []
    assert command("verify", str(data)).returncode == 0


def test_the_name_of_a_circle_that_was_changed_is_in_no_file(world: World) -> None:
    data = world.server.data
    assert data
    world.bo.open("/circle")
    world.bo.page.get_by_text("Change the circle’s name").click()
    world.bo.page.locator("form[action='/circle/name'] input[name=name]").fill("Bridge People")
    world.bo.page.locator("form[action='/circle/name'] button").click()
    world.amara.open(world.partnership)
    assert "Bridge People" in world.amara.title
    assert files_with("Northside", data) == []


def test_two_members_cannot_sign_in_by_one_handle(world: World) -> None:
    answer = world.cy.send("/account/handle", handle="DEE")
    assert answer.status == 409
    assert "Somebody here signs in by that handle already." in answer.text()
    acts.sign_in(world.stranger(), "Dee")


def test_what_an_access_code_opens_is_in_no_file(world: World) -> None:
    data = world.server.data
    assert data
    for code in world.founded.codes.values():
        assert files_with(code, data) == []
        assert files_with(code.replace(" ", "").replace("-", ""), data) == []


def test_the_inventory_names_no_kind_of_data_that_must_not_be_held(world: World) -> None:
    data = world.server.data
    assert data
    held = command("inventory", "--data", str(data)).stdout.lower()
    assert "handle" in held
    for word in ["address", "agent", "referrer", "email", "phone", "gender", "race", "legal"]:
        assert word not in held
