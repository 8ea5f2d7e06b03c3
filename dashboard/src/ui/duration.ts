const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in its two largest units: `3 d 4 h`, `4 h 05 min`, `12 min 07 s`, `8 s`. @param seconds from 0 on */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole >= DAY) {
    return `${Math.floor(whole / DAY)} d ${Math.floor((whole % DAY) / HOUR)} h`;
  }
  if (whole >= HOUR) {
    return `${Math.floor(whole / HOUR)} h ${twoDigits((whole % HOUR) / MINUTE)} min`;
  }
  return whole >= MINUTE ? `${Math.floor(whole / MINUTE)} min ${twoDigits(whole % MINUTE)} s` : `${whole} s`;
}

function twoDigits(value: number): string {
  return Math.floor(value).toString().padStart(2, "0");
}
