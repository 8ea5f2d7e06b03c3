import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors";
import { meQuery } from "../signin/me";
import { Page } from "../ui/Page";
import { Refused } from "../ui/Refused";
import { NameSection } from "./NameSection";
import { PasswordSection } from "./PasswordSection";
import { SecondFactorSection } from "./SecondFactorSection";
import { SignInsSection } from "./SignInsSection";

/** What somebody can change of their own. */
export function AccountPage() {
  const { t } = useTranslation("account");
  const me = useQuery(meQuery);
  const user = me.data?.user;
  return (
    <Page title={t("title")} {...(user && { about: user.email })}>
      {me.error instanceof ApiError && <Refused problem={me.error.problem} />}
      {user && (
        <>
          <NameSection user={user} organisation={me.data?.organisation ?? null} />
          <PasswordSection email={user.email} />
          <SecondFactorSection codesLeft={me.data?.recoveryCodesLeft ?? null} />
          <SignInsSection />
        </>
      )}
    </Page>
  );
}
