import { sql } from 'drizzle-orm';
import { type Db, rows } from '../db/db.ts';

/**
 * Where everything stands that ever came in or was to go out. Each letter is in exactly one class:
 * received = answered + waiting + held + stuck + failed + ignored + lost, and `lost` must be 0.
 */
export type Counts = {
  received: number;
  /** Its answers have left the house. (Rows of it may wait for staff all the same.) */
  answered: number;
  /** A job in the queue will move it on: to be judged, or its answer to be sent. */
  waiting: number;
  /** Waits for the word of its unit, or for staff: nobody proved it, or the unit's word was unclear. */
  held: number;
  /** Its answer was refused by a server, or came back: a case for staff. */
  stuck: number;
  /** An error of ours stopped it, and all tries are used up: a case for staff. */
  failed: number;
  /** Bounces, automatic letters, ordinary mail, and what was taken before. */
  ignored: number;
  /** In none of these: nothing will move it, and nobody would see it. */
  lost: number;
  /** Letters of ours that are to go and that no job will send. */
  noticesLost: number;
  /** What the mail server is to do and no job will have done. */
  commandsLost: number;
  /** Numbers that were given to no request, or requests without a number in the count. */
  numbersLost: number;
  /** The letters that are stuck or have failed, by their ids. */
  cases: number[];
};

/** What must be nothing. */
export const lostOf = ({ lost, noticesLost, commandsLost, numbersLost }: Counts): number =>
  lost + noticesLost + commandsLost + numbersLost;

/** Counts everything at one moment, in one statement. */
export const countAll = async (db: Db): Promise<Counts> => {
  const [counts] = await rows<Counts>(db, counting);
  if (!counts) throw new Error('nothing was counted');
  return counts;
};

/** Of a letter that brought its unit's word, the answer is that to the letter which was held for it. */
const counting = sql`
  with live as (
    select distinct split_part(name, '-', 1) as queue, (data->>'id')::bigint as id from pgboss.job
    where state in ('created', 'retry', 'active')
  ), ours as (
    select n.id, n.cause_id,
      n.status = 'queued' and l.id is null as lost,
      n.status = 'queued' as queued,
      (n.status = 'parked' or n.bounce is not null) and n.closed_at is null as stuck
    from notices n left join live l on l.queue = 'notice' and l.id = n.id and n.status = 'queued'
  ), answers as (
    select cause_id, bool_or(lost) as lost, bool_or(queued) as queued, bool_or(stuck) as stuck
    from ours where cause_id is not null group by cause_id
  ), letters as (
    select m.id, case
      when m.status <> 'done' and l.id is not null then 'waiting'
      when m.status = 'failed' then 'failed'
      when m.status <> 'done' or m.outcome is null then 'lost'
      when m.outcome in ('ignored', 'duplicate') then 'ignored'
      when a.lost then 'lost'
      when a.stuck then 'stuck'
      when m.outcome = 'unverified' then 'held'
      when a.queued then 'waiting'
      when a.cause_id is not null then 'answered'
      when m.outcome = 'review' and jsonb_path_exists(m.report, '$.findings[*] ? (@.code starts with "confirmation-")')
        then 'held'
      when m.outcome = 'review' and exists (select from requests r where r.message_id = m.id
        and jsonb_path_exists(r.findings, '$[*] ? (@.code starts with "confirmation-")')) then 'held'
      else 'lost' end as class
    from messages m
    left join live l on l.queue = 'message' and l.id = m.id and m.status <> 'done'
    left join confirmations c on c.answer_id = m.id and c.word = 'confirmed'
    left join answers a on a.cause_id = coalesce(c.held_id, m.id)
  )
  select (select count(*)::int from messages) as received,
    count(*) filter (where class = 'answered')::int as answered,
    count(*) filter (where class = 'waiting')::int as waiting,
    count(*) filter (where class = 'held')::int as held,
    count(*) filter (where class = 'stuck')::int as stuck,
    count(*) filter (where class = 'failed')::int as failed,
    count(*) filter (where class = 'ignored')::int as ignored,
    count(*) filter (where class = 'lost')::int as lost,
    (select count(*) from ours where lost)::int as "noticesLost",
    (select count(*) from commands c where c.status = 'queued'
      and not exists (select from live l where l.queue = 'command' and l.id = c.id))::int as "commandsLost",
    (select abs(coalesce(sum(last), 0) - (select count(*) from requests)) from request_numbers)::int as "numbersLost",
    coalesce(json_agg(id order by id) filter (where class in ('stuck', 'failed')), '[]') as cases
  from letters`;
