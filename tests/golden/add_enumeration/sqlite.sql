-- add_column windows.frame
ALTER TABLE "windows" ADD COLUMN "frame" TEXT NOT NULL DEFAULT 'red' CONSTRAINT "windows_frame_check" CHECK ("frame" IN ('red', 'green'));
