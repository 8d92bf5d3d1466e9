-- Roles and schemas of the database of content. Safe to run again. Passwords are set by
-- chassis/roles.py, so that none is written here.
--
-- For each owner X: X_owner has no login, owns the schema X and migrates it; X logs in and handles
-- rows. verifier counts, and reads nothing but the column subject_id. Nobody passes row security.

DO $roles$
DECLARE word text;
BEGIN
  FOREACH word IN ARRAY ARRAY['auth', 'documents', 'interview', 'feedback', 'privacy', 'analytics']
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = word || '_owner') THEN
      EXECUTE format(
        'CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', word || '_owner');
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = word) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', word);
    END IF;
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', word, word || '_owner');
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), word);
  END LOOP;

  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'verifier') THEN
    CREATE ROLE verifier LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO verifier', current_database());
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
END
$roles$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
