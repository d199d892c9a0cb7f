import GRDB

extension SQLiteStore {
  /// Every change to the tables, oldest first.
  ///
  /// Add at the end; never edit one that has shipped. No table has a column for who somebody is
  /// beyond the handle they chose, nor for an address or a device (R8).
  static var migrations: DatabaseMigrator {
    var migrations = DatabaseMigrator()
    migrations.registerMigration("1 record") { try $0.execute(sql: record) }
    migrations.registerMigration("2 vault") { try $0.execute(sql: vault) }
    return migrations
  }

  private static let record = """
    CREATE TABLE log (
      id     INTEGER PRIMARY KEY,
      origin TEXT    NOT NULL UNIQUE,
      size   INTEGER NOT NULL CHECK (size >= 0),
      root   BLOB    NOT NULL CHECK (length(root) = 32)
    ) STRICT;

    CREATE TABLE entry (
      log    INTEGER NOT NULL REFERENCES log (id),
      idx    INTEGER NOT NULL CHECK (idx >= 0),
      leaf   BLOB    NOT NULL CHECK (length(leaf) = 148),
      header BLOB    NOT NULL,
      body   BLOB    NOT NULL,
      PRIMARY KEY (log, idx)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tile_root (
      log    INTEGER NOT NULL REFERENCES log (id),
      number INTEGER NOT NULL CHECK (number >= 0),
      hash   BLOB    NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (log, number)
    ) STRICT, WITHOUT ROWID;
    """

  private static let vault = """
    CREATE TABLE entry_key (
      log    INTEGER NOT NULL,
      idx    INTEGER NOT NULL,
      header BLOB    NOT NULL CHECK (length(header) = 40),
      body   BLOB    NOT NULL CHECK (length(body) = 40),
      PRIMARY KEY (log, idx)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE person (id TEXT PRIMARY KEY, handle TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE body (
      id     TEXT PRIMARY KEY,
      side   TEXT NOT NULL CHECK (side IN ('circle', 'community')),
      origin TEXT NOT NULL UNIQUE,
      name   TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE membership (
      person TEXT NOT NULL REFERENCES person (id),
      body   TEXT NOT NULL REFERENCES body (id),
      side   TEXT NOT NULL,
      PRIMARY KEY (person, body)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE partnership (
      id        TEXT PRIMARY KEY,
      origin    TEXT NOT NULL UNIQUE,
      circle    TEXT NOT NULL REFERENCES body (id),
      community TEXT REFERENCES body (id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX partnership_by_circle ON partnership (circle);
    CREATE INDEX partnership_by_community ON partnership (community);

    CREATE TABLE passphrase (
      person TEXT PRIMARY KEY REFERENCES person (id),
      login  TEXT NOT NULL UNIQUE,
      phc    TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recovery_code (
      hash   BLOB PRIMARY KEY,
      person TEXT NOT NULL REFERENCES person (id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX recovery_code_by_person ON recovery_code (person);

    CREATE TABLE access_code (
      hash   BLOB PRIMARY KEY,
      person TEXT NOT NULL UNIQUE REFERENCES person (id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE session (
      hash    BLOB PRIMARY KEY,
      person  TEXT    NOT NULL REFERENCES person (id),
      expires INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX session_by_person ON session (person);

    CREATE TABLE invitation (
      hash    BLOB PRIMARY KEY,
      id      TEXT    NOT NULL,
      kind    TEXT    NOT NULL,
      target  TEXT    NOT NULL,
      expires INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """
}
