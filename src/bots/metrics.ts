import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { allowedFields, type Log, type LogEvent } from './log.ts';

/** Counts what the log is told, in the text format of Prometheus. */
export interface Metrics {
  /** A log that writes nothing and counts all. */
  readonly log: Log;
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds that people wait: from an answer to a question up to the time limit of a photo. */
const BUCKETS_S = [0.005, 0.02, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60];

/** Counters of events, findings and topics, times, memory and CPU of the process; of people nothing. `waiting` are the photos in the queue. */
export function createMetrics(waiting: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'retake_' });
  const events = new Counter({
    name: 'retake_events_total',
    help: 'What happened, by level, event and platform',
    labelNames: ['level', 'event', 'platform'],
    registers,
  });
  const verdicts = new Counter({
    name: 'retake_verdicts_total',
    help: 'Photos judged, by verdict',
    labelNames: ['platform', 'verdict'],
    registers,
  });
  const findings = new Counter({
    name: 'retake_findings_total',
    help: 'What was found in photos, by code',
    labelNames: ['code'],
    registers,
  });
  const topics = new Counter({
    name: 'retake_questions_total',
    help: 'Questions, by decision and topic',
    labelNames: ['decision', 'topic'],
    registers,
  });
  const durations = new Histogram({
    name: 'retake_duration_seconds',
    help: 'How long it took, by event',
    labelNames: ['event', 'platform'],
    buckets: BUCKETS_S,
    registers,
  });
  new Gauge({
    name: 'retake_photos_waiting',
    help: 'Photos that wait for a free thread',
    registers,
    collect() {
      this.set(waiting());
    },
  });
  const take = (level: string) => (event: LogEvent) => {
    // What may not be logged may not be counted either.
    const { event: name = '', platform = '', verdict, codes, decision, topic, durationMs } = allowedFields(event);
    const where = { event: String(name), platform: String(platform) };
    events.inc({ level, ...where });
    if (name === 'photo' && verdict !== undefined) verdicts.inc({ platform: where.platform, verdict: String(verdict) });
    if (name === 'photo') for (const code of (codes ?? []) as readonly string[]) findings.inc({ code });
    if (decision !== undefined) topics.inc({ decision: String(decision), topic: String(topic ?? '') });
    if (typeof durationMs === 'number') durations.observe(where, durationMs / 1000);
  };
  return {
    log: { info: take('info'), warn: take('warn'), error: take('error') },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** A log that tells two others. */
export function bothLogs(first: Log, second: Log): Log {
  const both = (level: keyof Log) => (event: LogEvent) => {
    first[level](event);
    second[level](event);
  };
  return { info: both('info'), warn: both('warn'), error: both('error') };
}
