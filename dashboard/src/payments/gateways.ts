/** The keys that an account of each provider has; those that are secret are never shown again. */
export const gateways = {
  stripe: ["publicKey", "secretKey", "webhookSecret"],
  payme: ["merchantId", "secretKey"],
  click: ["merchantId", "serviceId", "userId", "secretKey"],
  invoice: [],
  test: [],
} as const;

export type Gateway = keyof typeof gateways;

export const gatewayNames = Object.keys(gateways) as Gateway[];

/** One that a newer server has is called by its word. */
export const isGateway = (word: string): word is Gateway => word in gateways;
