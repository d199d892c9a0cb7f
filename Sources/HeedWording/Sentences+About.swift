extension Sentence {
  public static let aboutWhat = Sentence(
    en: "Heed is a record of what a community asked, what a circle gave its word on, and what came "
      + "of it. It makes nobody an ally. It helps people keep their word.")

  /// What the page about Heed says, part by part.
  public static let about: [(title: Sentence, sentences: [Sentence])] = [
    (
      Sentence(en: "Who can see what"),
      [
        Sentence(
          en: "A partnership is seen by the people of its community and the members of its circle. "
            + "For everybody else it does not exist."),
        Sentence(
          en: "Whoever runs the server sees no content in the product. They own the machine, so "
            + "with effort they can read what lies on it; and a page they serve could lie. What "
            + "they cannot do is change the record afterwards without it showing."),
        Sentence(
          en: "Heed stores no address, no device, no e-mail, no phone number, and no legal name."),
      ]
    ),
    (
      Sentence(en: "What nobody can do here"),
      [
        Sentence(
          en: "A circle cannot recognise its own work, change a day it gave its word for, delete "
            + "what it missed, or press a community for an answer."),
        Sentence(
          en: "No clock says yes. Silence stays silence: it shows as unanswered, for ever."),
        Sentence(en: "Nobody is counted, ranked, scored or compared."),
      ]
    ),
    (
      Sentence(en: "How the record is kept honest"),
      [
        Sentence(
          en: "Each thing that is said becomes an entry in a record that can only grow. You can "
            + "keep a receipt for every entry. If an entry is later changed, removed or moved, the "
            + "receipt shows it."),
        Sentence(
          en: "Today only the server signs the record. As long as nobody outside it has kept a "
            + "receipt or a copy, it could be rewritten whole. Keep your receipts."),
      ]
    ),
    (
      Sentence(en: "What Heed does not protect against"),
      [
        Sentence(
          en: "Somebody looking over your shoulder, a device that is watched, a screenshot, a code "
            + "that was passed on, somebody recognising how you write."),
        Sentence(en: "Somebody claiming a mandate they do not have: that is for people to settle."),
        Sentence(en: "A server that is switched off. Take your record home from time to time."),
      ]
    ),
  ]
}
