/** Area under the ROC curve: how often a faulty one scores higher than a sound one, ties counting half. */
export function separation(sound: readonly number[], faulty: readonly number[]): number {
  let won = 0;
  for (const bad of faulty) for (const good of sound) won += bad > good ? 1 : bad === good ? 0.5 : 0;
  return won / (sound.length * faulty.length);
}
