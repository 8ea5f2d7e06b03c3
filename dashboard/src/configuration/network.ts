/** What people look for in a network connection profile of OCPP 2.x. */
export function connectionOf(profile: unknown): { url?: string; securityProfile?: number; networkInterface?: string } {
  const { ocppCsmsUrl, securityProfile, ocppInterface } =
    typeof profile === "object" && profile !== null ? (profile as Record<string, unknown>) : {};
  return {
    ...(typeof ocppCsmsUrl === "string" && { url: ocppCsmsUrl }),
    ...(typeof securityProfile === "number" && { securityProfile }),
    ...(typeof ocppInterface === "string" && { networkInterface: ocppInterface }),
  };
}

/** What SetNetworkProfile takes, of a form. @param value of a field, by its name */
export function profileOf(value: (name: string) => string): Record<string, unknown> {
  return {
    ocppVersion: value("version"),
    ocppTransport: "JSON",
    ocppCsmsUrl: value("url").trim(),
    messageTimeout: Number(value("messageTimeout")),
    securityProfile: Number(value("securityProfile")),
    ocppInterface: value("interface"),
  };
}
