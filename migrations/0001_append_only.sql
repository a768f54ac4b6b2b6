-- What was received, given out or recorded stays as it is, whoever writes the statement. Triggers are for each
-- statement and, on update, for named columns only: inserting and moving a status cost nothing.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% of "%" is refused: its rows are kept as they are', TG_OP, TG_TABLE_NAME
		USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "messages_raw_immutable" BEFORE UPDATE OF "raw", "sha256" ON "messages"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "messages_kept" BEFORE DELETE OR TRUNCATE ON "messages"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "addresses_kept" BEFORE DELETE OR TRUNCATE ON "addresses"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
