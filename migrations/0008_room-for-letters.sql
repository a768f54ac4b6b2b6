-- Notes that a letter goes to those whose hour has room for it ("mailings"), and says of each whether it does and when the
-- first letter of that hour went, in milliseconds. `asked`: addresses, each with the most letters that it may have, in one
-- order for all, so that two letters to the same people do not wait for each other for ever. A function, because only a
-- statement that begins once the locks are held sees what was committed by those who held them before.
CREATE FUNCTION "take_room"("notice" bigint, "asked" jsonb, "now" timestamptz)
	RETURNS TABLE ("address" text, "first" float8, "goes" boolean) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
	PERFORM pg_advisory_xact_lock(hashtextextended('mailing ' || address, 0))
	FROM jsonb_to_recordset(asked) AS to_lock (address text);
	RETURN QUERY WITH others AS (
		SELECT one.address, one.most, count(m.at) AS letters, min(m.at) AS first
		FROM jsonb_to_recordset(asked) AS one (address text, most int)
			LEFT JOIN mailings m ON m.address = one.address AND m.notice_id <> notice
				-- What a clock that was set wrong has written is not waited for.
				AND m.at > now - interval '1 hour' AND m.at < now + interval '1 hour'
		GROUP BY one.address, one.most),
	going AS (
		INSERT INTO mailings (notice_id, address, at)
		SELECT notice, address, now FROM others WHERE letters < most
		ON CONFLICT (notice_id, address) DO UPDATE SET at = excluded.at
		RETURNING address)
	SELECT address, (extract(epoch FROM first) * 1000)::float8, address IN (SELECT going.address FROM going)
	FROM others;
END
$$;
