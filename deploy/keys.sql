-- Walls of the database of keys: who may add, read and destroy one. Run after deploy/roles.sql.
-- Safe to run again.
--
-- A service adds and reads its own keys, and says which of them open nothing. Those alone privacy
-- may remove, after a week, and never an account's (`chassis/orphans.py`). Since when a key opens
-- nothing, and when it was destroyed, no role says: a trigger reads the clock.
-- Privacy may destroy anybody's, and wrap a living one under a newer epoch key; a trigger sees to
-- it that it brings none back. The row of a destroyed key stays.
-- A living key refers to its epoch, so that an epoch which still wraps one cannot be forgotten.

DO $keys$
DECLARE word text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'keys_owner') THEN
    CREATE ROLE keys_owner NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  CREATE SCHEMA IF NOT EXISTS keys AUTHORIZATION keys_owner;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  FOREACH word IN ARRAY ARRAY['auth', 'documents', 'interview', 'feedback', 'privacy', 'analytics']
  LOOP
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), word);
    EXECUTE format('GRANT USAGE ON SCHEMA keys TO %I', word);
  END LOOP;
END
$keys$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
DO $upgrade$ -- a keys table from before there were epochs
BEGIN
  IF to_regclass('keys.key') IS NOT NULL AND to_regclass('keys.epoch') IS NULL THEN
    SET LOCAL ROLE keys_owner;
    CREATE TABLE keys.epoch (
      number integer PRIMARY KEY,
      made_at timestamptz NOT NULL DEFAULT now()
    );
    RESET ROLE;
    ALTER TABLE keys.key ALTER COLUMN epoch DROP NOT NULL;
    UPDATE keys.key SET epoch = NULL WHERE wrapped IS NULL;
    INSERT INTO keys.epoch (number) SELECT DISTINCT epoch FROM keys.key WHERE epoch IS NOT NULL;
    ALTER TABLE keys.key
      ADD CONSTRAINT fk_key_epoch FOREIGN KEY (epoch) REFERENCES keys.epoch,
      ADD CONSTRAINT ck_key_epoch CHECK ((wrapped IS NULL) = (epoch IS NULL));
  END IF;
END
$upgrade$;

SET ROLE keys_owner;

CREATE TABLE IF NOT EXISTS keys.epoch (
  number integer PRIMARY KEY,
  made_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO keys.epoch (number) SELECT 1 WHERE NOT EXISTS (SELECT FROM keys.epoch);

CREATE TABLE IF NOT EXISTS keys.key (
  owner text NOT NULL,
  kind text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  wrapped bytea,
  epoch integer CONSTRAINT fk_key_epoch REFERENCES keys.epoch,
  destroyed_at timestamptz,
  asked_at timestamptz NOT NULL DEFAULT now(),
  orphan_since timestamptz,
  PRIMARY KEY (owner, kind, id),
  CONSTRAINT ck_key_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL)),
  CONSTRAINT ck_key_epoch CHECK ((wrapped IS NULL) = (epoch IS NULL))
);
ALTER TABLE keys.key
  ADD COLUMN IF NOT EXISTS asked_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN IF NOT EXISTS orphan_since timestamptz;
ALTER TABLE keys.key DROP CONSTRAINT IF EXISTS ck_key_orphan;
ALTER TABLE keys.key ADD CONSTRAINT ck_key_orphan CHECK (orphan_since IS NULL OR kind <> 'account');
CREATE INDEX IF NOT EXISTS ix_key_orphan_since ON keys.key (orphan_since)
  WHERE orphan_since IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_key_person_id ON keys.key (person_id);
CREATE INDEX IF NOT EXISTS ix_key_epoch ON keys.key (epoch);

CREATE OR REPLACE FUNCTION keys.refuse_revival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.wrapped IS NOT NULL AND (OLD.wrapped IS NULL OR NEW.epoch <= OLD.epoch) THEN
    RAISE EXCEPTION 'a key is destroyed, or wrapped anew, and nothing else'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_revival BEFORE UPDATE OF wrapped, epoch, destroyed_at ON keys.key
  FOR EACH ROW EXECUTE FUNCTION keys.refuse_revival();

-- The clock, not now(): that is when a transaction began, and one may be kept open for a week.
CREATE OR REPLACE FUNCTION keys.date_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.orphan_since := NULL;
  IF NEW.wrapped IS NULL THEN
    NEW.destroyed_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER date_new BEFORE INSERT ON keys.key
  FOR EACH ROW EXECUTE FUNCTION keys.date_new();

CREATE OR REPLACE FUNCTION keys.date_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.orphan_since IS DISTINCT FROM OLD.orphan_since THEN
    IF current_user = 'privacy' AND OLD.owner <> 'privacy' THEN
      RAISE EXCEPTION 'its owner says whether a key opens nothing'
        USING ERRCODE = 'insufficient_privilege';
    ELSIF NEW.orphan_since IS NOT NULL THEN
      NEW.orphan_since := clock_timestamp();
    END IF;
  END IF;
  IF OLD.wrapped IS NOT NULL AND NEW.wrapped IS NULL THEN
    NEW.destroyed_at := clock_timestamp();
  ELSIF NEW.destroyed_at IS DISTINCT FROM OLD.destroyed_at THEN
    RAISE EXCEPTION 'when a key was destroyed stays as it is'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER date_change BEFORE UPDATE ON keys.key
  FOR EACH ROW EXECUTE FUNCTION keys.date_change();

REVOKE ALL ON keys.key FROM PUBLIC;
GRANT SELECT, INSERT ON keys.key TO auth, documents, interview, feedback, privacy, analytics;
GRANT UPDATE (asked_at, orphan_since) ON keys.key
  TO auth, documents, interview, feedback, privacy, analytics;
GRANT UPDATE (wrapped, epoch, destroyed_at), DELETE ON keys.key TO privacy;
REVOKE ALL ON keys.epoch FROM PUBLIC;
GRANT SELECT ON keys.epoch TO auth, documents, interview, feedback, privacy, analytics;
GRANT INSERT (number), DELETE ON keys.epoch TO privacy;

ALTER TABLE keys.key ENABLE ROW LEVEL SECURITY;
ALTER TABLE keys.key FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS read_own ON keys.key;
CREATE POLICY read_own ON keys.key FOR SELECT USING (owner = current_user);
DROP POLICY IF EXISTS add_own ON keys.key;
CREATE POLICY add_own ON keys.key FOR INSERT
  WITH CHECK (owner = current_user AND wrapped IS NOT NULL);
DROP POLICY IF EXISTS judge_own ON keys.key;
CREATE POLICY judge_own ON keys.key FOR UPDATE
  USING (owner = current_user AND wrapped IS NOT NULL)
  WITH CHECK (owner = current_user AND wrapped IS NOT NULL);
DROP POLICY IF EXISTS find_all ON keys.key;
CREATE POLICY find_all ON keys.key FOR SELECT TO privacy USING (true);
DROP POLICY IF EXISTS add_destroyed ON keys.key;
CREATE POLICY add_destroyed ON keys.key FOR INSERT TO privacy WITH CHECK (wrapped IS NULL);
DROP POLICY IF EXISTS destroy ON keys.key;
DROP POLICY IF EXISTS change ON keys.key;
CREATE POLICY change ON keys.key FOR UPDATE TO privacy USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS sweep ON keys.key;
CREATE POLICY sweep ON keys.key FOR DELETE TO privacy
  USING (wrapped IS NOT NULL AND orphan_since < now() - interval '7 days');

RESET ROLE;
