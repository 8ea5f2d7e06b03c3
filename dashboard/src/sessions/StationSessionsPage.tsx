import { useParams } from "@tanstack/react-router";
import { StationPage } from "../stations/StationPage";
import { SessionList } from "./SessionList";

/** The sessions of one station. */
export function StationSessionsPage() {
  const { station = "" }: { station?: string } = useParams({ strict: false });
  return (
    <StationPage station={station}>
      <SessionList station={station} />
    </StationPage>
  );
}
