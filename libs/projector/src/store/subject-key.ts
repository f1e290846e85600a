/** A subject of a generation as the key of a map. */
export const keyOf = ({ projection, subject }: { projection: number; subject: string }): string =>
  `${projection} ${subject}`;
