import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { answered, api, done } from "../api/client";
import { Button } from "../ui/Button";
import { Form } from "../ui/Form";
import { Select } from "../ui/Select";
import { Arrivals } from "./Arrivals";
import { virtualQuery } from "./queries";

/** A charger within the server, for whoever has none yet. */
export function VirtualCharger() {
  const { t } = useTranslation("connecting");
  const client = useQueryClient();
  const running = useQuery(virtualQuery).data?.items ?? [];
  const again = () => client.invalidateQueries(virtualQuery);
  const start = useMutation({
    mutationFn: (version: string) => answered(api.POST("/api/v1/virtual-stations", { body: { ocppVersion: version as "1.6" } })),
    onSuccess: again,
  });
  const stop = useMutation({
    mutationFn: (station: string) => done(api.DELETE("/api/v1/virtual-stations/{station}", { params: { path: { station } } })),
    onSuccess: again,
  });
  return (
    <div className="flex flex-col gap-5">
      <Form
        error={start.error ?? stop.error}
        fields={["ocppVersion"]}
        onSend={(value) => {
          start.mutate(value("ocppVersion"));
        }}
        buttons={
          <Button type="submit" className="self-start" disabled={start.isPending}>
            {t("startVirtual")}
          </Button>
        }
      >
        <Select name="ocppVersion" label={t("version")} choices={["2.0.1", "2.1", "1.6"].map((value) => ({ value, text: `OCPP ${value}` }))} />
      </Form>
      {running.map(({ identity, ocppVersion }) => (
        <div key={identity} className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
            <Link to="/stations/$station" params={{ station: identity }} className="font-medium hover:underline">
              {t("virtualOf", { identity, version: ocppVersion })}
            </Link>
            <Button disabled={stop.isPending} onClick={() => { stop.mutate(identity); }}>
              {t("stopVirtual")}
            </Button>
          </div>
          <Arrivals station={identity} />
        </div>
      ))}
    </div>
  );
}
