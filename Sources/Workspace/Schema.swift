import GRDB

/// The tables of a workspace, one migration a version. A published migration is never edited: a change is a new one.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: version1)
        }
        migrator.registerMigration("2") { database in
            try database.execute(sql: version2)
        }
        migrator.registerMigration("3") { database in
            try database.execute(sql: version3)
        }
        migrator.registerMigration("4") { database in
            try database.execute(sql: version4)
        }
        migrator.registerMigration("watches") { database in
            try database.execute(sql: watches)
        }
        return migrator
    }

    /// Saved questions of suppliers, and what each was told.
    private static let watches = """
        CREATE TABLE watch (
          name TEXT PRIMARY KEY,
          supplier TEXT NOT NULL,        -- SIRET, SIREN or key; the name of the file for a profile
          profile TEXT,                  -- the text of the profile
          min_score REAL NOT NULL, departements TEXT NOT NULL, reserved_only INTEGER NOT NULL,
          created TEXT NOT NULL,
          last_run TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE watch_told (
          id INTEGER PRIMARY KEY,
          watch TEXT NOT NULL REFERENCES watch (name) ON DELETE CASCADE,
          lot TEXT NOT NULL,             -- notice/lot as first told
          deadline TEXT,                 -- as last told
          told TEXT NOT NULL,            -- day on which it was last told
          changes INTEGER NOT NULL,      -- how often it was told anew
          UNIQUE (watch, lot)
        ) STRICT;
        -- All names by which a later notice may speak of a lot that was told.
        CREATE TABLE watch_key (
          watch TEXT NOT NULL REFERENCES watch (name) ON DELETE CASCADE, key TEXT NOT NULL,
          told INTEGER NOT NULL REFERENCES watch_told (id) ON DELETE CASCADE,
          PRIMARY KEY (watch, key)
        ) STRICT, WITHOUT ROWID;
        """

    /// CPV codes that suppliers declare: a list as the others.
    private static let version4 = "ALTER TABLE supplier_record ADD COLUMN cpv TEXT"

    /// Supplier records as columns, with enterprises beside establishments; the catalogue is merged when it is read.
    ///
    /// What was read before is kept as it was understood then. Its files are forgotten, so that reading them again brings
    /// what the readers have learnt since.
    private static let version3 = """
        DROP TABLE supplier;
        ALTER TABLE supplier_record RENAME TO supplier_record_2;
        CREATE TABLE supplier_record (
          id INTEGER PRIMARY KEY,
          siren INTEGER NOT NULL,        -- 0: not known
          digest INTEGER NOT NULL,       -- of the content: when and where it was read left out
          source TEXT NOT NULL,
          listed INTEGER NOT NULL,       -- 1: the record alone may put the enterprise into the catalogue
          siret INTEGER, head_office INTEGER,
          identifier TEXT,               -- another official one: finess:…, rna:…
          name TEXT, brand TEXT, acronym TEXT,
          kinds TEXT,                    -- ACI|EI:20240101-20251231
          is_esus INTEGER NOT NULL, esus_from INTEGER, esus_to INTEGER,
          ess INTEGER, mission INTEGER, legal_category TEXT, legal_form TEXT,
          created INTEGER, closed INTEGER, closed_on INTEGER, is_head_office INTEGER,
          naf TEXT, naf2025 TEXT,
          sectors TEXT, description TEXT, offers TEXT, supply_forms TEXT,  -- lists: separated by U+001F
          street TEXT, postcode TEXT, city TEXT, commune TEXT, latitude REAL, longitude REAL, perimeter TEXT,
          employees INTEGER, band TEXT, insertion_share REAL, turnover INTEGER, capacity INTEGER,
          networks TEXT, labels TEXT, website TEXT, repairs TEXT,
          seen INTEGER, first_seen INTEGER,                                -- days as yyyymmdd
          file INTEGER NOT NULL REFERENCES file (id), line INTEGER, record INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX supplier_record_once ON supplier_record (siren, digest);
        CREATE INDEX supplier_record_listed ON supplier_record (siren) WHERE listed = 1;
        CREATE INDEX supplier_record_identifier ON supplier_record (identifier) WHERE siren = 0;
        -- The other files that say the same as a record: it stands itself for the last one.
        CREATE TABLE supplier_sighting (
          record INTEGER NOT NULL REFERENCES supplier_record (id), file INTEGER NOT NULL REFERENCES file (id),
          seen INTEGER, line INTEGER, number INTEGER,
          PRIMARY KEY (record, file)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX supplier_sighting_file ON supplier_sighting (file);
        INSERT INTO supplier_record (
          siren, digest, source, listed, siret, identifier, name, brand, kinds, is_esus, esus_from, esus_to, ess,
          legal_category, legal_form, naf, sectors, description, offers, supply_forms, street, postcode, city, commune,
          latitude, longitude, perimeter, employees, insertion_share, turnover, capacity, networks, labels, website,
          repairs, seen, first_seen, file, line, record)
        SELECT
          coalesce(CAST(substr(payload ->> '$.siret', 1, 9) AS INTEGER), 0), id, source, 1,
          CAST(payload ->> '$.siret' AS INTEGER), payload ->> '$.otherIdentifier', payload ->> '$.name',
          nullif(payload ->> '$.brand', ''),
          (SELECT group_concat(value ->> '$.kind', '|') FROM json_each(payload, '$.kinds')),
          payload -> '$.esus' IS NOT NULL AND payload ->> '$.esus' IS NOT NULL,
          \(day("$.esus.validFrom")), \(day("$.esus.validTo")), payload ->> '$.ess',
          payload ->> '$.legalCategory', nullif(payload ->> '$.legalForm', ''), payload ->> '$.naf',
          \(list("$.sectors")), nullif(payload ->> '$.description', ''), \(list("$.offers")), \(list("$.supplyForms")),
          nullif(payload ->> '$.street', ''), nullif(payload ->> '$.postcode', ''), nullif(payload ->> '$.city', ''),
          payload ->> '$.communeCode', CAST(payload ->> '$.coordinates.latitude' AS REAL),
          CAST(payload ->> '$.coordinates.longitude' AS REAL),
          CASE
            WHEN payload -> '$.perimeter.france' IS NOT NULL THEN 'france'
            WHEN payload -> '$.perimeter.radius' IS NOT NULL THEN 'km:' || (payload ->> '$.perimeter.radius._0')
            WHEN payload -> '$.perimeter.zones' IS NOT NULL THEN
              (SELECT 'dep:' || group_concat(value) || ';' FROM json_each(payload, '$.perimeter.zones.departements')
               HAVING count(*) > 0) ||
              (SELECT 'reg:' || group_concat(value) FROM json_each(payload, '$.perimeter.zones.regions')
               HAVING count(*) > 0)
          END,
          payload ->> '$.employees', CAST(payload ->> '$.insertionShare' AS REAL), payload ->> '$.turnover',
          payload ->> '$.capacity', \(list("$.networks")), \(list("$.labels")), nullif(payload ->> '$.website', ''),
          (SELECT group_concat((value ->> '$.fr') || char(30) || (value ->> '$.en'), char(31))
           FROM json_each(payload, '$.repairs')),
          \(day("$.seen")), \(day("$.seen")), file, payload ->> '$.place.line', payload ->> '$.place.record'
        FROM supplier_record_2;
        DROP TABLE supplier_record_2;
        UPDATE file SET digest = '(' || id || ')' WHERE kind = 'suppliers';
        ALTER TABLE file RENAME COLUMN concessions TO left_aside;
        ALTER TABLE file ADD COLUMN dropped TEXT NOT NULL DEFAULT '';      -- columns of contacts, not read; between them U+001F
        """

    private static func day(_ path: String) -> String {
        "CAST(replace(payload ->> '\(path)', '-', '') AS INTEGER)"
    }

    private static func list(_ path: String) -> String {
        "(SELECT group_concat(value, char(31)) FROM json_each(payload, '\(path)'))"
    }

    /// Terms of contract, where listed products come from, settings, and corrections that name several notices.
    ///
    /// Contracts stored before keys could be chosen have the only key there was. Notices stored before get the lists
    /// that the model has since, which its decoder asks for.
    private static let version2 = """
        CREATE TABLE correction (
          target TEXT NOT NULL,          -- identifier, publication number or IDWEB of a notice
          notice TEXT NOT NULL,          -- identifier of the notice that sets it aside
          PRIMARY KEY (target, notice)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO correction (target, notice) SELECT changes, id FROM notice WHERE changes IS NOT NULL;
        DROP INDEX notice_changes;
        ALTER TABLE notice DROP COLUMN changes;
        ALTER TABLE notice ADD COLUMN idweb TEXT;            -- key of the BOAMP
        CREATE INDEX notice_publication ON notice (publication);
        CREATE INDEX notice_idweb ON notice (idweb);
        UPDATE notice SET payload = json_set(payload,
          '$.earlierPublications', json('[]'), '$.procedure.reservation', json('[]'),
          '$.lots', json((\(withNewLists("$.lots")))), '$.parts', json((\(withNewLists("$.parts")))),
          '$.lotGroups', json((\(withNewLists("$.lotGroups")))));
        UPDATE notice SET payload = json_set(payload, '$.change.details', json('[]'))
        WHERE json_type(payload, '$.change') = 'object';

        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO setting (name, value) SELECT 'contractKey', 'uid' WHERE EXISTS (SELECT 1 FROM contract);
        ALTER TABLE contract ADD COLUMN ccag TEXT NOT NULL DEFAULT '';
        ALTER TABLE contract ADD COLUMN price_types TEXT NOT NULL DEFAULT '';
        ALTER TABLE contract ADD COLUMN advance_rate REAL;   -- 0–1
        ALTER TABLE contract ADD COLUMN origin_eu REAL;      -- 0–1
        ALTER TABLE contract ADD COLUMN origin_france REAL;  -- 0–1
        """

    /// The lots at a path of a notice's payload, with the lists that lots have since version 2.
    private static func withNewLists(_ path: String) -> String {
        """
        SELECT json_group_array(json_set(value, '$.selection', json('[]'), '$.members', json('[]')))
        FROM json_each(payload, '\(path)')
        """
    }

    /// Payloads are the JSON of the model; the columns beside them are what queries select on. Contracts have columns
    /// only: there are a million of them and every one is counted.
    private static let version1 = """
        CREATE TABLE file (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,            -- notices, suppliers, contracts
          name TEXT NOT NULL,
          digest TEXT NOT NULL,          -- SHA-256
          bytes INTEGER NOT NULL,
          source TEXT NOT NULL,          -- format or source read
          day TEXT NOT NULL,             -- day of the import
          records INTEGER NOT NULL DEFAULT 0,
          rejected INTEGER NOT NULL DEFAULT 0,
          concessions INTEGER NOT NULL DEFAULT 0,
          UNIQUE (kind, digest)
        ) STRICT;
        CREATE INDEX file_name ON file (kind, name);
        CREATE TABLE reject (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,
          file TEXT NOT NULL, line INTEGER, record INTEGER, path TEXT,
          rule TEXT NOT NULL, fr TEXT NOT NULL, en TEXT NOT NULL, excerpt TEXT NOT NULL,
          kept INTEGER NOT NULL          -- 1: a remark on a record that went in
        ) STRICT;
        CREATE UNIQUE INDEX reject_once ON reject
          (kind, file, ifnull(line, 0), ifnull(record, 0), ifnull(path, ''), rule, excerpt);
        CREATE TABLE superseded (
          kind TEXT NOT NULL, key TEXT NOT NULL, file INTEGER NOT NULL REFERENCES file (id), record INTEGER, reason TEXT NOT NULL
        ) STRICT;
        CREATE INDEX superseded_key ON superseded (kind, key);

        CREATE TABLE notice (
          id TEXT PRIMARY KEY, version TEXT NOT NULL,
          procedure TEXT NOT NULL, publication TEXT, issued TEXT,
          form TEXT NOT NULL, type TEXT NOT NULL, subtype TEXT NOT NULL,
          buyer TEXT, buyer_name TEXT,   -- the first buyer
          changes TEXT,                  -- id of the notice that it corrects
          superseded_by TEXT,
          file INTEGER NOT NULL REFERENCES file (id),
          payload TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX notice_procedure ON notice (procedure);
        CREATE INDEX notice_buyer ON notice (buyer);
        CREATE INDEX notice_changes ON notice (changes);

        CREATE TABLE supplier_record (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL, source TEXT NOT NULL, digest TEXT NOT NULL,
          file INTEGER NOT NULL REFERENCES file (id),
          payload TEXT NOT NULL,
          UNIQUE (key, digest)
        ) STRICT;
        CREATE TABLE supplier (
          key TEXT PRIMARY KEY, siren TEXT, name TEXT NOT NULL, departement TEXT, kinds TEXT NOT NULL, payload TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX supplier_siren ON supplier (siren);

        CREATE TABLE contract (
          rowid INTEGER PRIMARY KEY,
          uid TEXT NOT NULL UNIQUE,
          id TEXT NOT NULL, buyer TEXT NOT NULL, buyer_name TEXT NOT NULL, nature TEXT NOT NULL, object TEXT NOT NULL,
          cpv TEXT NOT NULL, procedure TEXT NOT NULL, techniques TEXT NOT NULL, modalities TEXT NOT NULL, framework TEXT,
          place_code TEXT NOT NULL, place_type TEXT NOT NULL, months INTEGER,
          notified TEXT NOT NULL, published TEXT NOT NULL, year INTEGER,
          amount INTEGER,                -- initial, ten-thousandths of a euro HT
          social INTEGER NOT NULL, environmental INTEGER NOT NULL, innovative INTEGER, offers INTEGER,
          group_type TEXT NOT NULL, subcontracting INTEGER, advance INTEGER, price_form TEXT NOT NULL, format TEXT NOT NULL,
          holders TEXT NOT NULL, modifications TEXT, subcontracts TEXT,
          file INTEGER NOT NULL REFERENCES file (id), record INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX contract_buyer_year ON contract (buyer, year);
        """
}
