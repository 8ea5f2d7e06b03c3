import { Link } from "@tanstack/react-router";

const look = "text-accent hover:underline";

/** The page of a station, named by its identity. */
export function StationLink({ station }: { station: string }) {
  const to: string = "/stations/$station";
  return (
    <Link to={to} params={{ station }} className={look}>
      {station}
    </Link>
  );
}

/** The tokens of that value: it may be registered or not. */
export function TokenLink({ token }: { token: string }) {
  const to: string = "/tokens";
  return (
    <Link to={to} search={{ q: token }} className={`${look} font-mono text-xs`}>
      {token}
    </Link>
  );
}
