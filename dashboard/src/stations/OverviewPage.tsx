import { useParams } from "@tanstack/react-router";
import { StationPage } from "./StationPage";

export function OverviewPage() {
  const { station } = useParams({ from: "/inside/stations/$station" });
  return <StationPage station={station}>{null}</StationPage>;
}
