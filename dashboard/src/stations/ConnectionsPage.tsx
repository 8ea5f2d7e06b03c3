import { useParams } from "@tanstack/react-router";
import { StationPage } from "./StationPage";

export function ConnectionsPage() {
  const { station } = useParams({ from: "/inside/stations/$station/connections" });
  return <StationPage station={station}>{null}</StationPage>;
}
