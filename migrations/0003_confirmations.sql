CREATE TABLE "confirmations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "confirmations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"held_id" bigint NOT NULL,
	"unit_id" bigint NOT NULL,
	"message_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"word" text,
	"answer_id" bigint,
	"answered_at" timestamp with time zone,
	CONSTRAINT "confirmations_word" CHECK (word in ('confirmed', 'refused')),
	CONSTRAINT "confirmations_answered" CHECK ((word is null) = (answer_id is null))
);
--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_held_id_messages_id_fk" FOREIGN KEY ("held_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_answer_id_messages_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "confirmations_held" ON "confirmations" USING btree ("held_id");--> statement-breakpoint
CREATE UNIQUE INDEX "confirmations_message_id" ON "confirmations" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "confirmations_unit" ON "confirmations" USING btree ("unit_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_held" ON "messages" USING btree ("unit_id","decided_at") WHERE outcome = 'unverified';