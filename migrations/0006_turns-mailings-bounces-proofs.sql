CREATE TABLE "mailings" (
	"notice_id" bigint NOT NULL,
	"address" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "mailings_notice_id_address_pk" PRIMARY KEY("notice_id","address")
);
--> statement-breakpoint
CREATE TABLE "proofs" (
	"day" date PRIMARY KEY NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "turn" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "bounce" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "bounced_by" bigint;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mailings_address" ON "mailings" USING btree ("address","at");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_bounced_by_messages_id_fk" FOREIGN KEY ("bounced_by") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_bounced" ON "notices" USING btree ("id") WHERE bounce is not null and closed_at is null;