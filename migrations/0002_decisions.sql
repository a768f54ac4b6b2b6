DROP INDEX "items_done";--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "decided_by" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "because" text;--> statement-breakpoint
UPDATE "items" SET "decided_at" = "created_at" WHERE "outcome" <> 'review';--> statement-breakpoint
CREATE INDEX "items_waiting" ON "items" USING btree ("request_id") WHERE outcome = 'review';--> statement-breakpoint
CREATE INDEX "items_done" ON "items" USING btree ("row_key","decided_at") WHERE outcome = 'applied';--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_decided" CHECK ((outcome = 'review') = (decided_at is null));
