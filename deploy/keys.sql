-- Walls of the database of keys: who may add, read and destroy one. Run after deploy/roles.sql.
-- Safe to run again.
--
-- A service adds and reads its own keys. Privacy may destroy anybody's and bring none back: the
-- policy demands that what it writes is empty. The row of a destroyed key stays.

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
SET ROLE keys_owner;

CREATE TABLE IF NOT EXISTS keys.key (
  owner text NOT NULL,
  kind text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  wrapped bytea,
  epoch integer NOT NULL,
  destroyed_at timestamptz,
  PRIMARY KEY (owner, kind, id),
  CONSTRAINT ck_key_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS ix_key_person_id ON keys.key (person_id);

REVOKE ALL ON keys.key FROM PUBLIC;
GRANT SELECT, INSERT ON keys.key TO auth, documents, interview, feedback, privacy, analytics;
GRANT UPDATE (wrapped, destroyed_at) ON keys.key TO privacy;

ALTER TABLE keys.key ENABLE ROW LEVEL SECURITY;
ALTER TABLE keys.key FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS read_own ON keys.key;
CREATE POLICY read_own ON keys.key FOR SELECT USING (owner = current_user);
DROP POLICY IF EXISTS add_own ON keys.key;
CREATE POLICY add_own ON keys.key FOR INSERT
  WITH CHECK (owner = current_user AND wrapped IS NOT NULL);
DROP POLICY IF EXISTS find_all ON keys.key;
CREATE POLICY find_all ON keys.key FOR SELECT TO privacy USING (true);
DROP POLICY IF EXISTS add_destroyed ON keys.key;
CREATE POLICY add_destroyed ON keys.key FOR INSERT TO privacy WITH CHECK (wrapped IS NULL);
DROP POLICY IF EXISTS destroy ON keys.key;
CREATE POLICY destroy ON keys.key FOR UPDATE TO privacy USING (true) WITH CHECK (wrapped IS NULL);

RESET ROLE;
