declare global {
  /** The part of Trusted Types we use; TypeScript's DOM library does not know it yet. */
  var trustedTypes:
    | {
        readonly defaultPolicy: unknown;
        createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
      }
    | undefined;
}

/**
 * Our pages are served with require-trusted-types-for 'script', under which a Worker takes no plain address. The bundler
 * knows a worker only by the literal `new Worker(new URL(…))`, so the say falls to the default policy.
 */
export function trustOwnScripts(): void {
  const types = globalThis.trustedTypes;
  // There can be one default policy in a page.
  if (types === undefined || types.defaultPolicy !== null) return;
  types.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, location.href).origin !== location.origin)
        throw new Error(`not our own script: ${url}`);
      return url;
    },
  });
}
