import { checks } from './checks/index.ts';
import type { Policy } from './policy.ts';
import { policyOf, profiles } from './profiles.ts';
import type { Facts, Finding, ProviderVerdict, Severity, Verdict } from './types.ts';

const ORDER: readonly Severity[] = ['blocker', 'warning', 'note'];

/** Runs every check that speaks about this kind of photo; what to mend first comes first (severity, then the registry's order). */
export function judge(facts: Facts, policy: Policy): Finding[] {
  const findings = Object.entries(checks).flatMap(([code, check]): Finding[] => {
    if (!check.kinds.includes(facts.kind)) return [];
    const judgement = check.judge(facts, policy);
    if (!judgement) return [];
    const { severity, confidence, values, areas = [] } = judgement;
    return [{ code, severity, confidence, values, areas }];
  });
  return findings.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

/** The worst severity decides; notes do not count. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'blocker')) return 'retake';
  return findings.some(({ severity }) => severity === 'warning') ? 'warn' : 'ready';
}

/** The same facts by the limits of every provider. */
export function judgeForProviders(facts: Facts): Readonly<Record<string, ProviderVerdict>> {
  return Object.fromEntries(
    profiles.map(({ id }) => {
      const findings = judge(facts, policyOf(id));
      const blockers = findings.filter(({ severity }) => severity === 'blocker').map(({ code }) => code);
      return [id, { verdict: verdictOf(findings), blockers }];
    }),
  );
}
