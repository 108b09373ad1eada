export type Trouble =
  | 'unreachable'
  | 'timeout'
  | 'unavailable'
  | 'wrong-answer'
  | 'redirected'
  | 'not-accepted'
  | 'not-understood'
  | 'needs-new-epoch'
  | 'too-large'
  | 'missing-facts'
  | 'store-failed';

/** For an administrator of a centre: what is wrong, and whether the data is safe. */
export const troubleWords: Record<Trouble, string> = {
  unreachable: 'Không kết nối được với máy chủ tỉnh',
  timeout: 'Máy chủ tỉnh không trả lời kịp',
  unavailable: 'Máy chủ tỉnh đang gặp sự cố hoặc quá tải',
  'wrong-answer': 'Máy chủ tỉnh trả lời không đúng',
  redirected: 'Máy chủ tỉnh trả lời không đúng: bị chuyển sang địa chỉ khác',
  'not-accepted': 'Máy chủ tỉnh không nhận thiết bị này',
  'not-understood': 'Máy chủ tỉnh không đọc được dữ liệu của thiết bị này; hai bên có thể khác phiên bản',
  'needs-new-epoch':
    'Máy chủ tỉnh đã có dữ liệu khác của thiết bị này; thiết bị có thể vừa được khôi phục từ bản sao, cần đăng ký lại',
  'too-large': 'Đường truyền tới máy chủ tỉnh không cho gửi dữ liệu, dù đã chia nhỏ',
  'missing-facts': 'Máy chủ tỉnh cần dữ liệu cũ mà thiết bị này không còn giữ',
  'store-failed': 'Thiết bị này không đọc hoặc ghi được kho dữ liệu khi đồng bộ',
};
