/** A person with a phone, as far as plain HTTP goes: follows redirects, keeps the cookie, fills forms. */
export function walker(url: string) {
  let cookie = '';
  let at = '';
  async function ask(path: string, form?: Record<string, string>): Promise<string> {
    let next = path;
    let body = form;
    for (let hops = 0; hops < 5; hops += 1) {
      const response = await fetch(new URL(next, url), {
        redirect: 'manual',
        headers: { cookie },
        ...(body && { method: 'POST', body: new URLSearchParams(body) }),
      });
      const set = response.headers.get('set-cookie');
      if (set !== null) cookie = set.split(';')[0] ?? '';
      const to = response.headers.get('location');
      if (to === null) {
        at = new URL(next, url).pathname;
        return await response.text();
      }
      next = to;
      body = undefined;
    }
    throw new Error('redirected too often');
  }
  const found = (text: string, pattern: RegExp) => {
    const match = pattern.exec(text)?.[1];
    if (match === undefined) throw new Error(`nothing like ${pattern} at ${at}`);
    return match;
  };
  return {
    ask,
    path: () => at,
    async signIn(): Promise<void> {
      const login = found(await ask('/dang-nhap'), /name="ma" value="([\w-]+)"/);
      const otp = found(await ask(`/vneid/${login}`, {}), /otp-gui-ve">(\d{6})/);
      await ask('/dang-nhap', { ma: login });
      await ask('/dang-nhap/otp', { ma: login, otp });
    },
    /** Files a birth from the agency to the code of the dossier. */
    async file(): Promise<string> {
      await ask('/nop-ho-so', { thuTuc: 'khai-sinh', coQuan: 'UBND xã Mẫu Một' });
      await ask(at, { truongHop: 'Cho con' });
      await ask(at, { dienThoai: '0900000001' });
      await ask(at, { giayTo0: 'kho' });
      await ask(at, { nhan: 'Bản điện tử' });
      return found(await ask(at, { camKet: 'co' }), /ma-ho-so">([^<]+)/);
    },
  };
}
