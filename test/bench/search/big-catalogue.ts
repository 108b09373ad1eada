import procedures from '../../../resources/procedures.json' with { type: 'json' };
import type { ProcedureSummary } from '../../../core/contract.ts';
import { createRandom } from '../../card-corpus/random.ts';

/** As many as the national catalogue had in September 2026. */
export const nationalCount = 5_741;

/**
 * A catalogue of the size of the national one: the names we have, and names made of their parts the way official ones are,
 * one procedure for each deed, thing, holder and circumstance. Every name is there once.
 */
export function bigCatalogue(seed: number): ProcedureSummary[] {
  const random = createRandom(seed, 'catalogue');
  const real = procedures.map(({ code, name, field }): ProcedureSummary => entry(code, name, field));
  const names = new Set(real.map(({ name }) => name));
  const made: ProcedureSummary[] = [];
  while (real.length + made.length < nationalCount) {
    const source = random.pick(real);
    const name = variation(random, source.name);
    if (names.has(name)) continue;
    names.add(name);
    made.push(entry(`9.${String(100_000 + made.length)}`, name, source.field));
  }
  return [...real, ...made];
}

function entry(code: string, name: string, field: string): ProcedureSummary {
  return { code, name, field, onlineLevel: 'partial', laneLetter: 'A', lifeEvents: [] };
}

function variation(random: ReturnType<typeof createRandom>, name: string): string {
  const deed = random.pick(deeds);
  const thing = random.chance(0.45) ? random.pick(things) : withoutDeed(name);
  const holder = random.chance(0.5) ? ` ${random.pick(holders)}` : '';
  const circumstance = random.chance(0.6) ? ` ${random.pick(circumstances)}` : '';
  return `${deed} ${thing}${holder}${circumstance}`;
}

function withoutDeed(name: string): string {
  const rest = name.replace(
    /^(Đăng ký|Cấp đổi|Cấp lại|Cấp|Đổi|Gia hạn|Chứng thực|Công nhận|Giải quyết|Hỗ trợ|Thông báo|Khai báo) /,
    '',
  );
  return rest.charAt(0).toLowerCase() + rest.slice(1);
}

const deeds = [
  'Đăng ký',
  'Cấp',
  'Cấp lại',
  'Cấp đổi',
  'Gia hạn',
  'Thu hồi',
  'Điều chỉnh',
  'Sửa đổi, bổ sung',
  'Công nhận',
  'Thẩm định',
  'Phê duyệt',
  'Xác nhận',
  'Đình chỉ',
  'Chấm dứt',
];
const things = [
  'giấy phép bán lẻ rượu',
  'giấy phép bán lẻ sản phẩm thuốc lá',
  'giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm',
  'giấy phép khai thác nước dưới đất',
  'giấy phép khai thác thủy sản',
  'giấy chứng nhận đăng ký tàu cá',
  'chứng chỉ hành nghề khám bệnh, chữa bệnh',
  'chứng chỉ hành nghề dược',
  'giấy phép hoạt động trung tâm ngoại ngữ, tin học',
  'quyết định thành lập trường mầm non tư thục',
  'quyết định sáp nhập, chia, tách trường tiểu học',
  'bản sao văn bằng, chứng chỉ từ sổ gốc',
  'kế hoạch bảo vệ môi trường',
  'giấy phép môi trường',
  'giấy phép thi công công trình thiết yếu trong hành lang an toàn đường bộ',
  'phù hiệu xe ô tô kinh doanh vận tải',
  'giấy phép hoạt động bến thủy nội địa',
  'chứng chỉ khả năng chuyên môn thuyền viên',
  'giấy phép biểu diễn nghệ thuật',
  'giấy phép kinh doanh dịch vụ karaoke',
  'thẻ hướng dẫn viên du lịch',
  'danh hiệu gia đình văn hóa',
  'giấy chứng nhận đủ điều kiện kinh doanh phân bón',
  'giấy chứng nhận đủ điều kiện buôn bán thuốc bảo vệ thực vật',
  'mã số vùng trồng',
  'giấy xác nhận nguồn gốc gỗ',
  'quyết định giao rừng, cho thuê rừng',
  'chế độ trợ cấp thờ cúng liệt sĩ',
  'trợ cấp một lần khi người có công từ trần',
  'chế độ bệnh binh',
  'hỗ trợ học nghề',
  'giấy chứng nhận đăng ký hợp tác xã',
  'hoạt động in ấn, photocopy',
  'điểm cung cấp dịch vụ trò chơi điện tử công cộng',
  'giấy phép sử dụng vật liệu nổ công nghiệp',
  'giấy chứng nhận đủ điều kiện kinh doanh xăng dầu',
  'giấy phép bưu chính',
  'chương trình lễ hội',
  'hoạt động tôn giáo của tổ chức tôn giáo',
  'hòa giải tranh chấp đất đai',
  'chuyển mục đích sử dụng đất',
  'giá khởi điểm đấu giá quyền sử dụng đất',
  'quy hoạch chi tiết xây dựng',
  'giấy phép sửa chữa, cải tạo công trình',
  'thiết kế phòng cháy, chữa cháy',
  'con dấu của cơ quan, tổ chức',
  'vũ khí thô sơ, công cụ hỗ trợ',
  'hành nghề luật sư',
  'văn phòng công chứng',
  'bồi thường nhà nước',
];
const holders = [
  'cho cá nhân',
  'cho tổ chức',
  'cho hộ gia đình',
  'cho người nước ngoài',
  'cho người Việt Nam định cư ở nước ngoài',
  'cho người dưới 14 tuổi',
  'cho doanh nghiệp có vốn đầu tư nước ngoài',
  'cho hợp tác xã',
  'cho đồng bào dân tộc thiểu số',
  'cho lực lượng vũ trang',
];
const circumstances = [
  'có yếu tố nước ngoài',
  'lưu động',
  'tại khu vực biên giới',
  'do bị mất, bị hỏng',
  'trong trường hợp sai sót thông tin',
  'theo yêu cầu của tòa án',
  'thuộc thẩm quyền của Ủy ban nhân dân cấp xã',
  'thuộc thẩm quyền của Ủy ban nhân dân cấp tỉnh',
  'quá hạn',
  'trong khu kinh tế, khu công nghiệp',
  'trên địa bàn nhiều tỉnh',
  'lần thứ hai trở đi',
  'không qua đấu giá',
  'trong tình trạng khẩn cấp',
];
