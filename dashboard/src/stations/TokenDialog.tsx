import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, done } from "../api/client";
import { ApiError } from "../api/errors";
import { Button } from "../ui/Button";
import { Copyable } from "../ui/Copyable";
import { Dialog } from "../ui/Dialog";
import { Refused } from "../ui/Refused";

interface Props {
  station: string;
  hasToken: boolean;
  onClose: () => void;
}

/** What a station that can do no more shows in place of a password. */
export function TokenDialog({ station, hasToken, onClose }: Props) {
  const { t } = useTranslation("stations");
  const params = { path: { station } };
  const making = useMutation({ mutationFn: () => answered(api.PUT("/api/v1/stations/{station}/security/token", { params, body: {} })) });
  const removing = useMutation({
    mutationFn: () => done(api.DELETE("/api/v1/stations/{station}/security/token", { params })),
    onSuccess: onClose,
  });
  const token = making.data?.token;
  const error = making.error ?? removing.error;
  return (
    <Dialog title={t("security.tokenOf", { station })} onClose={onClose} isHeld={token != null}>
      <div className="flex flex-col gap-4 text-sm">
        {error instanceof ApiError && <Refused problem={error.problem} />}
        {token == null ? (
          <>
            <p className="text-muted">{t("security.tokenMore")}</p>
            <div className="flex flex-wrap justify-end gap-2">
              {hasToken && (
                <Button
                  onClick={() => {
                    removing.mutate();
                  }}
                >
                  {t("security.tokenRemove")}
                </Button>
              )}
              <Button
                look="primary"
                onClick={() => {
                  making.mutate();
                }}
              >
                {t("security.tokenNew")}
              </Button>
            </div>
          </>
        ) : (
          <>
            <Copyable lines={[token]} label={t("security.token")} />
            <Button look="primary" className="self-end" onClick={onClose}>
              {t("ui:close")}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
