import { useParams } from "@tanstack/react-router";

/** The station of the address, on pages below `/stations/$station`. */
export function useStation(): string {
  const { station }: { station?: string } = useParams({ strict: false });
  return station ?? "";
}
