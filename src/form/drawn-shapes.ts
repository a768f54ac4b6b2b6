/** Whether a shape of that name (ECMA-376 20.1.10.56) is a line, or the sign of a minus or a cross: over a row it may strike it out. */
export function isLineShape(preset: string | undefined): boolean {
  return /^(?:line|\w+Connector\d?|math(?:Minus|Multiply))$/.test(preset ?? '');
}
