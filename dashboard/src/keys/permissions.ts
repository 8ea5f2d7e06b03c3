/** Permissions of one thing: `session` with `read`, `stop` and `close`. */
export interface PermissionGroup {
  thing: string;
  actions: string[];
}

/** Sorts permissions such as `session.read` by what they are about; whoever reads comes first. */
export function byThing(permissions: string[]): PermissionGroup[] {
  const groups = new Map<string, string[]>();
  for (const permission of [...permissions].sort()) {
    const dot = permission.lastIndexOf(".");
    const thing = permission.slice(0, dot);
    const actions = groups.get(thing) ?? [];
    const action = permission.slice(dot + 1);
    groups.set(thing, action === "read" ? [action, ...actions] : [...actions, action]);
  }
  return [...groups].map(([thing, actions]) => ({ thing, actions }));
}
