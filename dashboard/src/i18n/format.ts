import { useMemo } from "react";
import { useTranslation } from "react-i18next";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Values as people of a language write them, always with their unit. */
export type Format = ReturnType<typeof formatOf>;

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatOf(i18n.language), [i18n.language]);
}

const NONE = "–";

/** @param language as in {@link languages} */
export function formatOf(language: string) {
  const number = (value: number, digits = 0, least = digits) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: digits }).format(value);
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" });
  const brief = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  const time = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
  const unit = (value: number, name: string, display: "narrow" | "short" = "short") =>
    new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: display, maximumFractionDigits: 0 }).format(value);
  /** `11.2 kW`; a non-breaking space stands between. */
  const measured = (value: number | null | undefined, digits: number, name: string) =>
    value === null || value === undefined ? NONE : `${number(value, digits)}\u00a0${name}`;

  return {
    none: NONE,
    number,
    count: (value: number) => number(value),
    /** @param watts of any sign */
    power: (watts: number | null | undefined) =>
      watts !== null && watts !== undefined && Math.abs(watts) >= 1e6
        ? measured(watts / 1e6, 2, "MW")
        : measured(watts === null || watts === undefined ? null : watts / 1000, 1, "kW"),
    /** @param wattHours of any sign */
    energy: (wattHours: number | null | undefined) =>
      wattHours !== null && wattHours !== undefined && Math.abs(wattHours) >= 1e7
        ? measured(wattHours / 1e6, 2, "MWh")
        : measured(wattHours === null || wattHours === undefined ? null : wattHours / 1000, 2, "kWh"),
    current: (amperes: number | null | undefined) => measured(amperes, 1, "A"),
    voltage: (volts: number | null | undefined) => measured(volts, 0, "V"),
    percent: (value: number | null | undefined) =>
      value === null || value === undefined
        ? NONE
        : new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(value / 100),
    bytes: (value: number) =>
      value < 1024 ? unit(value, "byte") : value < 1024 ** 2 ? `${number(value / 1024, 1)}\u00a0KiB` : `${number(value / 1024 ** 2, 1)}\u00a0MiB`,
    money: (amount: number, currency: string) => new Intl.NumberFormat(language, { style: "currency", currency }).format(amount),
    /** @param instant as the API writes it */
    date: (instant: string | null | undefined) => (instant ? date.format(new Date(instant)) : NONE),
    moment: (instant: string | null | undefined) => (instant ? moment.format(new Date(instant)) : NONE),
    /** Where there is little room: without the year and the seconds. */
    brief: (instant: string | null | undefined) => (instant ? brief.format(new Date(instant)) : NONE),
    time: (instant: string | null | undefined) => (instant ? time.format(new Date(instant)) : NONE),
    /** `3 min. ago`. @param now in milliseconds */
    ago: (instant: string | null | undefined, now: number) => {
      if (!instant) {
        return NONE;
      }
      const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
      const size = Math.abs(seconds);
      if (size < MINUTE) {
        return relative.format(seconds, "second");
      }
      if (size < HOUR) {
        return relative.format(Math.trunc(seconds / MINUTE), "minute");
      }
      return size < DAY ? relative.format(Math.trunc(seconds / HOUR), "hour") : relative.format(Math.trunc(seconds / DAY), "day");
    },
    /** A length of time in its two largest units: `3 d 4 h`. @param seconds from 0 on */
    duration: (seconds: number | null | undefined) => {
      if (seconds === null || seconds === undefined) {
        return NONE;
      }
      const whole = Math.max(0, Math.floor(seconds));
      const parts: [number, string][] =
        whole >= DAY
          ? [[whole / DAY, "day"], [(whole % DAY) / HOUR, "hour"]]
          : whole >= HOUR
            ? [[whole / HOUR, "hour"], [(whole % HOUR) / MINUTE, "minute"]]
            : whole >= MINUTE
              ? [[whole / MINUTE, "minute"], [whole % MINUTE, "second"]]
              : [[whole, "second"]];
      return parts.map(([value, name]) => unit(Math.floor(value), name, "narrow")).join(" ");
    },
  };
}
