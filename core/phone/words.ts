const vi = {
  title: 'Số thứ tự của bà con',
  ahead: (people: number) => `Còn ${people} người trước bà con`,
  nobodyAhead: 'Không còn ai trước bà con, sắp đến lượt',
  called: (counter: string) => `Đang gọi số này, mời đến ${counter}`,
  serving: (counter: string) => `Đang làm việc tại ${counter}`,
  parked: 'Cán bộ đang tạm dừng, sẽ gọi lại',
  missed: 'Số đã gọi qua. Mời gặp cán bộ hướng dẫn để được gọi lại',
  done: 'Đã xong việc',
  cancelled: 'Số này đã hủy',
  expired: 'Số này đã hết hạn',
  waitUnder: (to: number) => `Chờ dưới ${to} phút`,
  waitAbout: (from: number, to: number) => `Chờ khoảng ${from}–${to} phút`,
  asOf: (time: string) => `Lúc ${time}.`,
  renews: 'Trang tự cập nhật; xin vẫn nghe loa và nhìn màn hình gọi số.',
  unknown: 'Mã này không phải của hôm nay',
  unknownNext: 'Mã trên phiếu chỉ dùng trong ngày lấy số.',
};

const en: typeof vi = {
  title: 'Your queue number',
  ahead: (people) => `People ahead of you: ${people}`,
  nobodyAhead: 'Nobody is ahead of you, you are next',
  called: (counter) => `Now called, please go to ${counter}`,
  serving: (counter) => `Being served at ${counter}`,
  parked: 'Paused by the officer, who will call again',
  missed: 'It was called already. Please ask a guide to be called again',
  done: 'Finished',
  cancelled: 'This number was cancelled',
  expired: 'This number has expired',
  waitUnder: (to) => `Waiting: under ${to} minutes`,
  waitAbout: (from, to) => `Waiting: about ${from}–${to} minutes`,
  asOf: (time) => `At ${time}.`,
  renews: 'This page renews itself; please still listen for your number.',
  unknown: 'This code is not one of today',
  unknownNext: 'The code of a slip works only on the day it was taken.',
};

/** What the pages for phones say. */
export const phoneWords = { vi, en };
