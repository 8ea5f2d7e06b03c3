import { ArrowUpRight } from "lucide-react";
import { Card } from "../ui/Card";

const interfaces = [
  { href: "/docs/", name: "API documentation", about: "Every operation, to read and to try" },
  { href: "/openapi?format=json", name: "OpenAPI document", about: "For generating a client" },
  { href: "/metrics", name: "Metrics", about: "In the format of Prometheus" },
];

/** What else this server answers to. */
export function Interfaces() {
  return (
    <Card>
      <ul className="divide-y divide-line overflow-hidden rounded-2xl">
        {interfaces.map(({ href, name, about }) => (
          <li key={href}>
            <a
              href={href}
              className="group flex items-center gap-4 px-6 py-4 transition-colors hover:bg-raised/60"
            >
              <span className="flex-1">
                <span className="block text-sm font-medium">{name}</span>
                <span className="block text-sm text-muted">{about}</span>
              </span>
              <ArrowUpRight className="size-4 text-muted transition-colors group-hover:text-accent" aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
