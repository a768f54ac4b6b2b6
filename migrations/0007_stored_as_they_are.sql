-- A letter's attachments are base64 of files that are packed already, which no packing makes much smaller: it was tried
-- anew whenever one was written, and cost more than writing it.
ALTER TABLE "messages" ALTER COLUMN "raw" SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "eml" SET STORAGE EXTERNAL;
