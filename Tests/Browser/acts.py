"""What people do with Heed, each through the page that is meant for it."""

from __future__ import annotations

import secrets

from person import PASSPHRASE, Person


def found_circle(person: Person, link: str, name: str, handle: str) -> None:
    assert person.open(link) == 200
    person.fill(name=name, handle=handle, passphrase=PASSPHRASE)
    person.press("Found the circle")
    assert person.title == "Print these recovery codes"
    person.follow("I have kept them")


def invite(steward: Person) -> str:
    steward.open("/circle")
    steward.press("Make a link for a new member")
    return steward.code


def join(person: Person, link: str, handle: str) -> None:
    assert person.open(link) == 200
    person.fill(handle=handle, passphrase=PASSPHRASE)
    person.press("Join the circle")
    assert person.title == "Print these recovery codes"
    person.follow("I have kept them")


def write_letter(person: Person) -> str:
    """Gives the link to hand over."""
    person.open("/circle/letters/new")
    person.fill(
        who="Nine people from the houses north of the bridge.",
        why="Your notice hung in our library.",
        canGive="A van on weekends, a room with forty chairs.",
    )
    person.press("Make the link")
    assert person.title == "The link to your letter"
    return person.code


def open_partnership(
    person: Person, link: str, name: str, handle: str, scope: str = "Rent and repairs"
) -> tuple[str, str]:
    """Gives the address of the partnership, and the access code."""
    assert person.open(link) == 200
    person.fill(name=name, handle=handle, scope=scope, giver="Our meeting of 4 May")
    person.press("Open the partnership")
    assert person.title == "The partnership is open. Keep this code"
    code = person.code
    person.follow("Go on")
    return person.path, code


def welcome(person: Person, handle: str) -> str:
    """Gives the access code for somebody new in the community."""
    person.open("/community")
    person.fill(handle=handle)
    person.press("Make their code")
    assert person.title == "A code for one person"
    return person.code


def sign_in_with_code(person: Person, code: str) -> None:
    person.open("/sign-in")
    person.fill(code=code)
    person.press("Sign in")
    assert person.title == "Start"


def sign_in(person: Person, handle: str) -> None:
    person.open("/sign-in")
    form = person.page.locator("form[action='/sign-in/handle']")
    form.get_by_label("Handle").fill(handle)
    form.get_by_label("Passphrase, or one of your recovery codes").fill(PASSPHRASE)
    person.press("Sign in", form)
    assert person.title == "Start"


def give_mandate(person: Person, partnership: str, holder: str, scope: str) -> None:
    person.open(partnership + "/mandates")
    person.page.get_by_label("Who speaks?").select_option(label=holder)
    person.fill(scope=scope)
    person.press("Give the mandate")
    saved(person)


def ask(person: Person, partnership: str, words: str, kind: str = "ask") -> None:
    button = {"ask": "Ask", "direction": "Give this direction", "boundary": "Set this boundary"}
    person.open(f"{partnership}/asks/new?kind={kind}")
    person.fill(words=words)
    person.press(button[kind])
    saved(person)


def take(steward: Person, partnership: str, words: str) -> None:
    steward.open(partnership)
    steward.press("We take it", steward.card(words))
    saved(steward)


def give_word(
    person: Person, partnership: str, asked: str | None, what: str, day: str
) -> str:
    """Gives the address of the word."""
    person.open(partnership)
    if asked:
        person.follow("Give our word", person.card(asked))
    else:
        person.follow("Give our word for something nobody asked for")
    person.fill(what=what, day=day, when="the hall opens", then="four of us carry them over")
    person.choose("We are showing support for …")
    person.fill(supportFor="tenants who stand")
    person.press("Give our word")
    saved(person)
    return person.path


def tell(person: Person, word: str, words: str, day: str) -> None:
    person.open(word)
    person.fill(words=words, proposedDay=day)
    person.press("Tell them")
    saved(person)


def report(person: Person, word: str, account: str, outcome: str = "Done") -> None:
    person.open(word)
    person.choose(outcome)
    person.fill(account=account)
    person.press("Send the report")
    saved(person)


def recognise(person: Person, word: str, verdict: str, said: str = "") -> None:
    person.open(word)
    person.choose(verdict)
    person.fill(said=said)
    person.press("Say it")
    saved(person)


def list_offer(steward: Person, partnership: str, words: str) -> None:
    steward.open(partnership + "/offers/new")
    steward.fill(words=words)
    steward.press("List the offer")
    saved(steward)


def saved(person: Person) -> None:
    """Every change ends on a page that says it is in the record, and offers the receipt."""
    said = person.page.get_by_role("status").inner_text()
    assert "This is in the record now." in said, person.text


def new_id() -> str:
    """An id for a form of a test's own making."""
    return secrets.token_hex(13)
