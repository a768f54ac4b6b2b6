CREATE TABLE "addresses" (
	"address" text PRIMARY KEY NOT NULL,
	"mailbox_id" bigint,
	"stem" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"until" timestamp with time zone,
	CONSTRAINT "addresses_lower" CHECK (address = lower(address))
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"event" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"because" text,
	"cause_id" bigint
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "commands_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"mailbox_id" bigint NOT NULL,
	"address" text NOT NULL,
	"args" jsonb NOT NULL,
	"item_id" bigint,
	"status" text DEFAULT 'queued' NOT NULL,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "commands_status" CHECK (status in ('queued', 'waiting', 'done', 'parked'))
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"source" text NOT NULL,
	"uid_validity" text NOT NULL,
	"uid" bigint NOT NULL,
	"message_id" bigint NOT NULL,
	"filed_at" timestamp with time zone,
	CONSTRAINT "deliveries_source_uid_validity_uid_pk" PRIMARY KEY("source","uid_validity","uid")
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"number" integer NOT NULL,
	"full_name" text,
	"wish" text,
	"action" text NOT NULL,
	"unit_id" bigint,
	"mailbox_id" bigint,
	"address" text,
	"new_address" text,
	"outcome" text NOT NULL,
	"findings" jsonb NOT NULL,
	"detail" jsonb NOT NULL,
	"row_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "items_outcome" CHECK (outcome in ('applied', 'rejected', 'review'))
);
--> statement-breakpoint
CREATE TABLE "mailboxes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mailboxes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"address" text NOT NULL,
	"full_name" text NOT NULL,
	"name_key" text NOT NULL,
	"unit_id" bigint,
	"position" text,
	"phone" text,
	"status" text NOT NULL,
	"kind" text NOT NULL,
	"origin" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_access_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "mailboxes_status" CHECK (status in ('active', 'locked', 'reclaimed', 'cancelled')),
	CONSTRAINT "mailboxes_kind" CHECK (kind in ('unit', 'personal')),
	CONSTRAINT "mailboxes_origin" CHECK (origin in ('import', 'phieu')),
	CONSTRAINT "mailboxes_lower" CHECK (address = lower(address))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"raw" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"origin" text NOT NULL,
	"truncated" boolean DEFAULT false NOT NULL,
	"message_id" text,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status" text DEFAULT 'received' NOT NULL,
	"outcome" text,
	"identity" text,
	"duplicate_of" bigint,
	"from_address" text,
	"unit_id" bigint,
	"report" jsonb,
	"error" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "messages_origin" CHECK (origin in ('imap', 'file')),
	CONSTRAINT "messages_status" CHECK (status in ('received', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"cause_id" bigint,
	"to" text[] NOT NULL,
	"cc" text[] NOT NULL,
	"subject" text NOT NULL,
	"message_id" text NOT NULL,
	"eml" "bytea" NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "notices_status" CHECK (status in ('queued', 'sent', 'parked'))
);
--> statement-breakpoint
CREATE TABLE "request_numbers" (
	"year" smallint PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" text NOT NULL,
	"message_id" bigint NOT NULL,
	"unit_id" bigint NOT NULL,
	"outcome" text NOT NULL,
	"form" jsonb NOT NULL,
	"findings" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requests_outcome" CHECK (outcome in ('applied', 'partly-applied', 'rejected', 'review'))
);
--> statement-breakpoint
CREATE TABLE "unit_names" (
	"unit_id" bigint NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "unit_names_key_unit_id_pk" PRIMARY KEY("key","unit_id")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "units_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"abbreviation" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"parent_id" bigint,
	"mailbox_id" bigint,
	"aliases" text[] DEFAULT '{}'::text[] NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "units_kind" CHECK (kind in ('department', 'district', 'commune', 'subordinate', 'party', 'association', 'enterprise', 'other')),
	CONSTRAINT "units_not_own_parent" CHECK (parent_id <> id)
);
--> statement-breakpoint
CREATE TABLE "watches" (
	"source" text PRIMARY KEY NOT NULL,
	"uid_validity" text NOT NULL,
	"next_uid" bigint NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_cause_id_messages_id_fk" FOREIGN KEY ("cause_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commands" ADD CONSTRAINT "commands_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commands" ADD CONSTRAINT "commands_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_duplicate_of_messages_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_cause_id_messages_id_fk" FOREIGN KEY ("cause_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_names" ADD CONSTRAINT "unit_names_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_parent_id_units_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "addresses_stem" ON "addresses" USING btree ("stem");--> statement-breakpoint
CREATE INDEX "addresses_mailbox" ON "addresses" USING btree ("mailbox_id");--> statement-breakpoint
CREATE INDEX "audit_events_entity" ON "audit_events" USING btree ("entity","entity_id");--> statement-breakpoint
CREATE INDEX "audit_events_cause" ON "audit_events" USING btree ("cause_id");--> statement-breakpoint
CREATE INDEX "commands_undone" ON "commands" USING btree ("mailbox_id","id") WHERE status <> 'done';--> statement-breakpoint
CREATE INDEX "deliveries_unfiled" ON "deliveries" USING btree ("source") WHERE filed_at is null;--> statement-breakpoint
CREATE INDEX "items_request" ON "items" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "items_done" ON "items" USING btree ("row_key","created_at") WHERE outcome = 'applied';--> statement-breakpoint
CREATE UNIQUE INDEX "mailboxes_address" ON "mailboxes" USING btree ("address");--> statement-breakpoint
CREATE INDEX "mailboxes_unit_name" ON "mailboxes" USING btree ("unit_id","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_sha256" ON "messages" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_identity" ON "messages" USING btree ("identity");--> statement-breakpoint
CREATE INDEX "messages_undone" ON "messages" USING btree ("status") WHERE status <> 'done';--> statement-breakpoint
CREATE INDEX "messages_message_id" ON "messages" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_message_id" ON "notices" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "notices_cause" ON "notices" USING btree ("cause_id");--> statement-breakpoint
CREATE INDEX "notices_unsent" ON "notices" USING btree ("status") WHERE status <> 'sent';--> statement-breakpoint
CREATE UNIQUE INDEX "requests_number" ON "requests" USING btree ("number");--> statement-breakpoint
CREATE INDEX "requests_message" ON "requests" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "requests_waiting" ON "requests" USING btree ("created_at") WHERE outcome = 'review';--> statement-breakpoint
CREATE UNIQUE INDEX "units_abbreviation" ON "units" USING btree ("abbreviation");--> statement-breakpoint
CREATE INDEX "units_parent" ON "units" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_mailbox" ON "units" USING btree ("mailbox_id");