import HeedService

extension Complaint {
  init(_ fault: Fault) {
    switch fault {
    case .unreadableKeys:
      self.init("The file heed.keys is missing or damaged. Put it back from your backup.")
    case .unreadableEntry(let origin, let index):
      self.init("Entry \(index) of \(origin) cannot be read. Run heed verify.", status: 1)
    case .recordShrank(let origin, let signed, let stored):
      self.init(
        "The record \(origin) was signed with \(signed) entries, and only \(stored) are stored. "
          + "An older copy was put back, or entries were removed. Nothing is served. Put the newest "
          + "copy of the whole directory back; heed verify shows what is missing.", status: 1)
    case .recordChanged(let origin, let size):
      self.init(
        "The record \(origin) is not what was signed at \(size) entries: something in it was "
          + "changed. Nothing is served. Run heed verify to see which entry, and put the newest "
          + "sound copy of the whole directory back.", status: 1)
    case .inUse(let path):
      self.init("\(path) is in use by a running heed. Stop it first.")
    case .notEmpty(let path):
      self.init("\(path) is not empty. The demo goes only into a new or empty directory.")
    case .demoData(let path):
      self.init("\(path) holds a demo. Demo and real data never mix: choose another directory.")
    case .realData(let path):
      self.init("\(path) holds real data. The demo goes only into a new or empty directory.")
    case .unreadableData(let path):
      self.init("\(path) cannot be read or written.")
    case .somebodyWasFaster: self.init("Somebody else wrote at the same moment. Try again.")
    case .noRoom: self.init("There is no room left on the disk.")
    case .tooBusy: self.init("The server is too busy. Try again in a moment.")
    }
  }

  init(_ uncheckable: Uncheckable) {
    switch uncheckable {
    case .notThere(let path): self.init("There is nothing at \(path).")
    case .notARecord(let path, nil): self.init("\(path) is not a record.")
    case .notARecord(let path, let line?):
      self.init("Line \(line) of \(path) is not part of a record.")
    }
  }
}
