/** A decision of staff that was not carried out. The message: one Vietnamese line that says why and what to do. */
export class DecisionRefused extends Error {
  override name = 'DecisionRefused';
}
