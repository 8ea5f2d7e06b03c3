import { useQuery } from "@tanstack/react-query";
import { geoMercator, geoPath, type GeoProjection } from "d3-geo";
import { Minus, Plus } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import outlines from "world-atlas/countries-50m.json?url";
import type { Model } from "../api/client";
import { useWidth } from "../ui/useWidth";
import { colourOf, standingOf } from "./place";

const HEIGHT = 384;
/** A single station is not shown as if it were a country. */
const CLOSEST = 20_000;

interface Props {
  places: Model<"StationPlace">[];
  /** The one that somebody points at in the list. */
  pointed: string | undefined;
}

async function countries() {
  const topology = (await (await fetch(outlines)).json()) as Topology<{ countries: GeometryCollection }>;
  return feature(topology, topology.objects.countries);
}

function colour(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const painted = getComputedStyle(probe).color;
  probe.remove();
  return painted;
}

/** The smallest view that has all of them. */
function fitted(places: Props["places"], width: number): GeoProjection {
  const points = { type: "MultiPoint" as const, coordinates: places.map(({ longitude, latitude }) => [longitude, latitude]) };
  const projection = geoMercator().fitExtent([[32, 32], [Math.max(width - 32, 64), HEIGHT - 32]], points);
  if (!Number.isFinite(projection.scale()) || projection.scale() > CLOSEST) {
    const [longitude = 0, latitude = 0] = points.coordinates[0] ?? [];
    return geoMercator().scale(CLOSEST).center([longitude, latitude]).translate([width / 2, HEIGHT / 2]);
  }
  return projection;
}

/** Outlines of countries, and a point for each station; dragged and zoomed with the pointer, the wheel and the buttons. */
export default function StationMap({ places, pointed }: Props) {
  const { t } = useTranslation("overview");
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const [view, setView] = useState({ zoom: 1, x: 0, y: 0 });
  const drag = useRef<{ x: number; y: number }>(undefined);
  const lands = useQuery({ queryKey: ["countries"], queryFn: countries, staleTime: Infinity }).data;
  const base = useMemo(() => fitted(places, width), [places, width]);

  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || !lands) {
      return;
    }
    const ratio = window.devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, HEIGHT);
    const [tx, ty] = base.translate();
    const projection = geoMercator()
      .scale(base.scale() * view.zoom)
      .center(base.center())
      .translate([(tx - width / 2) * view.zoom + width / 2 + view.x, (ty - HEIGHT / 2) * view.zoom + HEIGHT / 2 + view.y])
      .clipExtent([[-50, -50], [width + 50, HEIGHT + 50]]);
    const path = geoPath(projection, context);
    context.beginPath();
    path(lands);
    context.fillStyle = colour("raised");
    context.fill();
    context.strokeStyle = colour("line");
    context.lineWidth = 1;
    context.stroke();
    const ground = colour("surface");
    for (const place of places) {
      const at = projection([place.longitude, place.latitude]);
      if (at !== null) {
        const isPointed = place.identity === pointed;
        const standing = standingOf(place);
        context.beginPath();
        context.arc(at[0], at[1], isPointed ? 9 : 5, 0, 2 * Math.PI);
        context.fillStyle = colour(standing in colourOf ? colourOf[standing as keyof typeof colourOf] : "muted");
        context.fill();
        context.strokeStyle = ground;
        context.lineWidth = 1.5;
        context.stroke();
      }
    }
  }, [lands, base, view, width, places, pointed]);

  const zoom = (factor: number) => {
    setView((before) => ({ zoom: Math.min(64, Math.max(0.25, before.zoom * factor)), x: before.x * factor, y: before.y * factor }));
  };
  const button = "rounded-lg border border-line bg-surface p-1.5 text-muted hover:text-ink";
  return (
    <div ref={frame} className="relative min-w-0 overflow-hidden">
      <canvas
        ref={canvas}
        role="img"
        aria-label={t("mapOf", { count: places.length })}
        width={width * (window.devicePixelRatio || 1)}
        height={HEIGHT * (window.devicePixelRatio || 1)}
        style={{ width, height: HEIGHT }}
        className="cursor-grab touch-pan-y"
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, y: event.clientY };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const from = drag.current;
          if (from !== undefined) {
            drag.current = { x: event.clientX, y: event.clientY };
            setView((before) => ({ ...before, x: before.x + event.clientX - from.x, y: before.y + event.clientY - from.y }));
          }
        }}
        onPointerUp={() => {
          drag.current = undefined;
        }}
        onDoubleClick={() => {
          zoom(2);
        }}
      />
      <div className="absolute top-3 right-3 flex flex-col gap-1">
        <button type="button" className={button} aria-label={t("zoomIn")} onClick={() => { zoom(1.6); }}>
          <Plus className="size-4" aria-hidden="true" />
        </button>
        <button type="button" className={button} aria-label={t("zoomOut")} onClick={() => { zoom(1 / 1.6); }}>
          <Minus className="size-4" aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}
