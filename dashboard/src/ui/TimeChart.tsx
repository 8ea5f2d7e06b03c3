import { useEffect, useMemo, useRef } from "react";
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { useWidth } from "./useWidth";

export interface Series {
  name: string;
  /** Text of a value, with its unit. */
  format: (value: number) => string;
  /** A name of our colours. */
  colour: "accent" | "busy" | "warn" | "bad" | "muted";
  /** One for each time; null: nothing known. */
  values: (number | null)[];
  /** Holds until the next value, as limits do. */
  isStepped?: boolean;
  isDashed?: boolean;
}

interface Props {
  /** What it shows, read out with the last values. */
  label: string;
  /** In seconds since 1970, upwards. */
  times: number[];
  series: Series[];
  height?: number;
}

const colourOf = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** `light-dark()` is not for canvases: what it comes to is read off an element. */
function painted(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour === "" ? colourOf(name) : colour;
}

/** Below the axis: seconds are told only where minutes would be the same. */
function timesOf(ticks: number[], text: (instant: string) => string): string[] {
  const [first = 0, second = first + 60] = ticks;
  return ticks.map((tick) => {
    const time = text(new Date(tick * 1000).toISOString());
    return second - first < 60 ? time : time.replace(/:\d\d(?=\D*$)/, "");
  });
}

/** Values over time, all of one unit. */
export function TimeChart({ label, times, series, height = 200 }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>(undefined);
  const width = useWidth(frame);
  const format = useFormat();
  const { t } = useTranslation("ui");
  const timeName = t("time");
  const shape = series.map(({ name, colour, isStepped, isDashed }) => `${name}|${colour}|${isStepped ? 1 : 0}|${isDashed ? 1 : 0}`).join("\n");
  const data = useMemo(() => [times, ...series.map(({ values }) => values)] as UPlot.AlignedData, [times, series]);
  const first = useRef({ data, series });
  useEffect(() => {
    first.current = { data, series };
  }, [data, series]);

  useEffect(() => {
    const place = frame.current;
    if (place === null || typeof window.matchMedia !== "function") {
      return;
    }
    const seen = first.current.series;
    const axis = { stroke: painted("muted"), grid: { stroke: painted("line"), width: 1 }, ticks: { show: false }, font: "12px Inter Variable" };
    const drawn = new UPlot(
      {
        width: Math.max(place.clientWidth, 100),
        height,
        legend: { live: true },
        cursor: { points: { size: 6 } },
        scales: { x: { time: true }, y: { range: (_, low, high) => [Math.min(0, low), high <= 0 ? 1 : high * 1.1] } },
        axes: [
          { ...axis, size: 34, space: 84, values: (_, ticks) => timesOf(ticks, format.time) },
          { ...axis, size: 74, values: (_, ticks) => ticks.map((tick) => seen[0]?.format(tick) ?? String(tick)) },
        ],
        series: [
          { label: timeName, value: (_, time) => (time ? format.time(new Date(time * 1000).toISOString()) : format.none) },
          ...seen.map(({ name, format: text, colour, isStepped, isDashed }) => ({
            label: name,
            stroke: painted(colour),
            width: 2,
            spanGaps: false,
            points: { show: false },
            ...(isDashed && { dash: [6, 4] }),
            ...(isStepped && UPlot.paths.stepped && { paths: UPlot.paths.stepped({ align: 1 }) }),
            value: (_: UPlot, value: number | null) => (value === null ? format.none : text(value)),
          })),
        ],
      },
      first.current.data,
      place,
    );
    plot.current = drawn;
    return () => {
      drawn.destroy();
      plot.current = undefined;
    };
  }, [shape, height, format, timeName]);

  useEffect(() => {
    plot.current?.setData(data);
  }, [data]);
  useEffect(() => {
    plot.current?.setSize({ width: Math.max(width, 100), height });
  }, [width, height]);

  const last = series.map(({ name, values, format: text }) => {
    const value = values.findLast((each) => each !== null);
    return `${name} ${value == null ? format.none : text(value)}`;
  });
  return <div ref={frame} role="img" aria-label={`${label}: ${last.join(", ")}`} className="w-full text-xs" />;
}
