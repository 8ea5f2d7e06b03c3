/** Where a station connects to, as it is typed into it. @param path of the organisation, such as `/ocpp/{identity}` @param identity empty: without it, for chargers that append it */
export function stationUrl(origin: string, path: string, identity = ""): string {
  return origin.replace(/^http/, "ws") + path.replace("{identity}", encodeURIComponent(identity));
}

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

/** One that a technician can type: no letters that look alike, and twenty of them, which is as long as any charger takes. */
export function newPassword(): string {
  const random = crypto.getRandomValues(new Uint32Array(20));
  return Array.from(random, (value) => letters[value % letters.length]).join("");
}

/** The next free name of this kind: behind `CP-7` comes `CP-8`. */
export function nextIdentity(taken: readonly string[]): string {
  const numbers = taken.map((identity) => /^CP-(\d+)$/.exec(identity)?.[1]).filter((each) => each !== undefined);
  return `CP-${Math.max(0, ...numbers.map(Number)) + 1}`;
}
