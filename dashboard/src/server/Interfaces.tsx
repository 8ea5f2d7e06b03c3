import { ArrowUpRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Card } from "../ui/Card";

const interfaces = [
  { href: "/docs/", name: "server:docs.name", about: "server:docs.about" },
  { href: "/openapi?format=json", name: "server:openapi.name", about: "server:openapi.about" },
  { href: "/metrics", name: "server:metrics.name", about: "server:metrics.about" },
];

/** What else this server answers to. */
export function Interfaces() {
  const { t } = useTranslation("server");
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
                <span className="block text-sm font-medium">{t(name)}</span>
                <span className="block text-sm text-muted">{t(about)}</span>
              </span>
              <ArrowUpRight className="size-4 text-muted transition-colors group-hover:text-accent" aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
