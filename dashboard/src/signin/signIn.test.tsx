import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { anna, done, json, me, open, signInNeeded, type Answers } from "../testing/open";

const wrong = { title: "Sign-in needed", status: 401, detail: "E-mail address, password or code is wrong." };
const codeNeeded = { title: "Second factor needed", status: 401, detail: "Send the code.", field: "code" };
const users = { items: [anna, { ...anna, id: 2, name: "Vera" }], next: null };

/** A server that lets Anna in once `asked` holds what it wants. */
function server(more: Answers = {}) {
  const asked: Record<string, unknown>[] = [];
  let isIn = false;
  const answers: Answers = {
    "GET /api/v1/setup": () => json({ needed: false }),
    "GET /api/v1/me": () => (isIn ? json(me("user.read")) : signInNeeded()),
    "GET /api/v1/users": () => (isIn ? json(users) : signInNeeded()),
    "POST /api/v1/sign-out": () => {
      isIn = false;
      return done();
    },
    ...more,
  };
  const signIn = (answer: (body: Record<string, unknown>) => Response) => {
    answers["POST /api/v1/sign-in"] = async (request) => {
      const body = (await request.json()) as Record<string, unknown>;
      asked.push(body);
      const response = answer(body);
      isIn ||= response.ok;
      return response;
    };
  };
  signIn(() => json({ user: anna, accessToken: null, expiresIn: null, refreshToken: null }));
  const leave = () => {
    isIn = false;
  };
  return { answers, asked, signIn, leave };
}

async function send(email = " anna@example.org", password = "a sentence of hers") {
  fireEvent.change(await screen.findByLabelText("E-mail address"), { target: { value: email } });
  fireEvent.change(screen.getByLabelText("Password"), { target: { value: password } });
  fireEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

test("a stranger signs in and comes to where they wanted to go", async () => {
  const { answers, asked } = server();
  const { router } = open(answers, "/users");
  await send();
  expect(await screen.findByText("Vera")).toBeDefined();
  expect(router.state.location.href).toBe("/users");
  expect(asked).toEqual([{ email: "anna@example.org", password: "a sentence of hers", client: "browser" }]);
});

test("where the account has a second factor the code is asked for, and only it", async () => {
  const { answers, asked, signIn } = server();
  signIn(({ code }) => (code === undefined ? json(codeNeeded, 401) : code === "123456" ? json({ user: anna }) : json(wrong, 401)));
  open(answers, "/users");
  await send();
  const code = await screen.findByLabelText("Code");
  expect(screen.queryByRole("alert")).toBeNull();
  fireEvent.change(code, { target: { value: "000 000" } });
  fireEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect((await screen.findByRole("alert")).textContent).toBe(wrong.detail);
  fireEvent.change(code, { target: { value: "123 456" } });
  fireEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByText("Vera")).toBeDefined();
  expect(asked.map((body) => body["code"])).toEqual([undefined, "000000", "123456"]);
});

test("after too many tries the button waits as long as the server has said", async () => {
  const { answers, signIn } = server();
  signIn(() => json({ title: "Too many tries", status: 429, detail: "Wait." }, 429, { "Retry-After": "90" }));
  open(answers, "/sign-in");
  await send();
  const button = await screen.findByRole<HTMLButtonElement>("button", { name: /^Next try in 1m/ });
  expect(button.disabled).toBe(true);
  expect(screen.getByRole("alert").textContent).toBe("Wait.");
});

test("a session that ends leads to the sign-in, and back", async () => {
  const { answers, leave } = server();
  const { router, client } = open(answers, "/users");
  await send();
  await screen.findByText("Vera");
  leave();
  await client.refetchQueries({ queryKey: ["users"] });
  await send();
  expect(await screen.findByText("Vera")).toBeDefined();
  expect(router.state.location.href).toBe("/users");
});

test("whoever signs out leaves nothing behind", async () => {
  const { answers } = server();
  const { client } = open(answers, "/users");
  await send();
  fireEvent.click(await screen.findByRole("button", { name: /Anna Ohm, your account/ }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Sign out" }));
  expect(await screen.findByLabelText("Password")).toBeDefined();
  await waitFor(() => {
    expect(client.getQueryData(["me"])).toBeUndefined();
  });
});

test("what somebody may not do is not offered", async () => {
  const { answers } = server();
  open(answers, "/users");
  await send();
  await screen.findByText("Vera");
  expect(screen.queryByRole("button", { name: /Invite/ })).toBeNull();
  expect(screen.queryByRole("button", { name: "Change Vera" })).toBeNull();
  expect(screen.queryByRole("link", { name: "API keys" })).toBeNull();
  expect(screen.getByRole("link", { name: "Users" })).toBeDefined();
});

test("a server without an owner leads to its setup", async () => {
  const { answers } = server({ "GET /api/v1/setup": () => json({ needed: true }) });
  const { router } = open(answers);
  expect(await screen.findByText("./ohmstead admin setup-link")).toBeDefined();
  expect(router.state.location.pathname).toBe("/setup");
});

test("the secret of a link leaves the address bar, and makes the first owner", async () => {
  const sent: unknown[] = [];
  const { answers } = server({
    "GET /api/v1/setup": () => json({ needed: true }),
    "POST /api/v1/setup": async (request) => {
      sent.push(await request.json());
      return json({ title: "Invalid value", status: 400, detail: "password is too short.", field: "password" }, 400);
    },
  });
  const { router } = open(answers, "/setup#s-3.cret");
  fireEvent.change(await screen.findByLabelText("E-mail address"), { target: { value: "anna@example.org" } });
  expect(router.state.location.href).toBe("/setup");
  fireEvent.change(screen.getByLabelText("Organisation"), { target: { value: "Ohm Charging" } });
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: "Anna Ohm" } });
  fireEvent.change(screen.getByLabelText("Password"), { target: { value: "short" } });
  fireEvent.click(screen.getByRole("button", { name: "Become its owner" }));
  expect(await screen.findByText("password is too short.")).toBeDefined();
  expect(screen.getByLabelText("Password").getAttribute("aria-invalid")).toBe("true");
  expect(sent).toEqual([
    {
      link: "s-3.cret",
      organisation: "Ohm Charging",
      email: "anna@example.org",
      name: "Anna Ohm",
      password: "short",
      client: "browser",
    },
  ]);
});

test("whoever has chosen a password and has a second factor is asked for its code at once", async () => {
  const { answers, asked } = server({
    "POST /api/v1/password-link": () => json({ ...anna, secondFactor: true }),
    "POST /api/v1/password": () => json({ ...codeNeeded, field: undefined }, 401),
  });
  const { router } = open(answers, "/password#secret");
  fireEvent.change(await screen.findByLabelText("Password"), { target: { value: "another sentence" } });
  fireEvent.click(screen.getByRole("button", { name: "Change the password" }));
  fireEvent.change(await screen.findByLabelText("Code"), { target: { value: "123456" } });
  fireEvent.click(screen.getByRole("button", { name: "Sign in" }));
  await waitFor(() => {
    expect(router.state.location.href).toBe("/");
  });
  expect(asked).toEqual([
    { email: "anna@example.org", password: "another sentence", code: "123456", client: "browser" },
  ]);
});

test("a link that counts no more is told in the server's own words", async () => {
  const used = { title: "Not allowed", status: 403, detail: "The link was used already.", field: "link" };
  open(server({ "POST /api/v1/password-link": () => json(used, 403) }).answers, "/password#secret");
  expect(await screen.findByText("The link was used already.")).toBeDefined();
});

test("where there is an identity provider the page leads to it, and says why it did not let in", async () => {
  const provider = { name: "Keycloak", url: "https://csms.example.com/api/v1/sign-in/oidc" };
  const { answers } = server({
    "GET /api/v1/sign-in/options": (request) =>
      json({ provider, failure: new URL(request.url).searchParams.get("failed") === "no-role" ? "No role." : null }),
  });
  open(answers, "/sign-in?to=%2Fusers%3Fq%3Da&failed=no-role");
  const link = await screen.findByRole("link", { name: "Sign in with Keycloak" });
  expect(link.getAttribute("href")).toBe(`${provider.url}?to=%2Fusers%3Fq%3Da`);
  expect(screen.getByRole("alert").textContent).toBe("No role.");
});

test("where there is none the page has no such link", async () => {
  const { answers } = server({ "GET /api/v1/sign-in/options": () => json({ provider: null, failure: null }) });
  open(answers, "/sign-in");
  expect(await screen.findByLabelText("Password")).toBeDefined();
  expect(screen.queryByRole("link", { name: /Sign in with/ })).toBeNull();
});
