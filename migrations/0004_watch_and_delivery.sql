ALTER TABLE "notices" ADD COLUMN "delivered" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "watches" ADD COLUMN "by_date" boolean DEFAULT false NOT NULL;