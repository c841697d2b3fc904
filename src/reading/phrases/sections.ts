/** Headings, closings and labels are matched on folded text (no marks), anchored, and short: no nesting, no backtracking. */

/** Sections that judge, aim or reason: nothing under them is an instruction. */
export const excludedHeading =
  /^(ve )?(danh gia|ket qua|uu diem|mat duoc|ton tai|han che|khuyet diem|nhung (ton tai|han che|ket qua|kho khan)|nguyen nhan|tinh hinh|thuc trang|dac diem|boi canh|muc dich|muc tieu|chi tieu|yeu cau$|quan diem|can cu|co so|su can thiet|thanh phan|thoi gian(,| va)? dia diem|khai quat|mot so (ket qua|han che|ton tai)|bai hoc|thuan loi|kien nghi|de xuat(,| va)? kien nghi|kho khan|doi tuong|pham vi|giai thich|kinh phi thuc hien$|nguon kinh phi|nguon luc|thao luan|(cac )?y kien (thao luan|phat bieu|tham gia|cua (cac |nhung )?(dai bieu|don vi|thanh vien|phong)))/;

/** Sections of minutes that tell who said what. */
export const discussion = /^(phan )?(thao luan|(cac )?y kien (thao luan|phat bieu|tham gia|cua))/;

/** Sections that hand out work. */
export const taskHeading =
  /(nhiem vu|to chuc thuc hien|phan cong|trach nhiem|giai phap|cong viec|noi dung (cong viec|thuc hien|chi dao)|ket luan|y kien chi dao|phuong huong|giao viec)/;

/** Sentences that open or close a paper, or speak of it. */
export const boilerplate =
  /^(tren day la|tren day|noi nhan|noi nhan:|thong bao (nay )?(de|den)|tham (du|gia) (hoi nghi|cuoc hop|phien hop|buoi)?.{0,20}co |du (hop|hoi nghi) |(thua lenh .{0,60})?(van phong|so|ubnd|bo|phong|uy ban|chi cuc|cuc) ((?!phoi hop|chu tri|tham muu).){0,60}thong bao (?:(?:noi dung |y kien )?ket luan (?:\S+ ){0,12}?)?(den|de|toi|cho) |thong bao nay|quyet dinh nay|ke hoach nay|nghi quyet nay|chi thi nay|cong van nay|chuong trinh nay|trong qua trinh (trien khai|to chuc|thuc hien)|qua trinh thuc hien|neu (co|gap|phat sinh)|moi (thong tin|vuong mac)|rat mong|((so|phong|ubnd|ban|cuc|truong) )?(rat mong|kinh mong|de nghi|mong) quy (thay co|thay|don vi|co quan|ong ba|ban)( \S+){0,8} (quan tam|hop tac|phoi hop)( (thuc hien|giup do))?\.?$|tran trong|can cu |xet de nghi|theo de nghi cua|thuc hien (cong van|van ban|quyet dinh|ke hoach|thong bao|nghi quyet|chi thi|chuong trinh|luat|nghi dinh|thong tu|y kien) (so )?\S*\d.{0,900}[;,]?$|ngay \d+.{0,60}to chuc (hoi nghi|cuoc hop)|nhan duoc|tin lien quan|anh:|nguon:|tac gia|\(?((duoc )?ban hanh |dinh )?kem theo )/;

/** The duty to carry out the paper itself. */
export const execution =
  /(chiu trach nhiem|co trach nhiem)( to chuc| trien khai)? (thi hanh|thuc hien) (thong bao|quyet dinh|ke hoach|nghi quyet|chi thi|chuong trinh|van ban) nay/;

/** Words of an instruction without matter of its own: «nghiêm túc tổ chức triển khai thực hiện các nội dung trên». */
export const emptyWords = new Set(
  (
    'khan truong nghiem tuc chu dong tich cuc tap trung phoi hop kip thoi phai can co trach nhiem to chuc trien khai quan triet chi dao thuc hien ' +
    'va tot hieu qua dung day du theo can cu pho bien chap hanh biet cac nhung mot so noi dung nhiem vu y kien ket luan cong viec thong bao ke hoach ' +
    'quyet dinh van ban chi thi nghi quyet chuong trinh yeu cau tinh than nay tren neu o tai sau day duoi duoc giao phan cong cua giam doc so ubnd ' +
    'tinh hoi nghi quy dinh thoi gian tien do de xem xet bao dam dam chat luong toan cuc bo nganh don vi minh chuc nang moi thu truong lanh dao phong ban dia phuong co quan'
  ).split(' '),
);

/** A statement that one must finish by a day and nothing else: it dates the instruction before. */
export const onlyDeadline =
  /^\(?\s*((thoi gian|thoi han|tien do|han) )?(hoan thanh|hoan tat|hoan truoc|xong|ket thuc)( (viec nay|cac noi dung tren|truoc khi|va bao cao))?\s*(:|truoc|trong|cham nhat|den|vao|ngay|trong thang|quy)/;

/** «Việc này phải báo cáo trước ngày …»: speaks of the instruction just given. */
export const anaphora =
  /^((viec nay|cong viec nay|nhiem vu nay|noi dung nay|cac (noi dung|nhiem vu|cong viec|viec) (nay|tren|neu tren)|viec tren|ket qua( thuc hien)?)\b|bao cao ket qua( thuc hien)?(?= (ve|truoc|cho|gui|trong|cham nhat|den|hang|dinh ky)|[.,]))/;

/** Labelled lines of plans: «Đơn vị chủ trì: …». Keys are fields. */
export const fieldLabels: {
  field: 'lead' | 'coordinating' | 'deadline' | 'product' | 'matter';
  pattern: RegExp;
}[] = [
  {
    field: 'coordinating',
    pattern:
      /^(cac )?(don ?vi|donxi|co quan|phong|bo phan|can bo|to chuc)?( ?(vi))? ?(cung )?phoi hop( thuc hien)?(?= ?[:\-.]| (so|cac|phong|bo|ubnd|ban|van phong|trung tam|chi cuc)\b)/,
  },
  {
    field: 'lead',
    pattern:
      /^(cac )?(don ?vi|donxi|co quan|phong|bo phan|can bo|to chuc|nguoi|lanh dao)?( ?(vi))? ?(chu tri|dau moi|thuc hien|phu trach|tham muu|chiu trach nhiem)( (chinh|thuc hien|tham muu|tong hop|va phoi hop|chu tri))?(?= ?:| ?[-–] |(?<=(don ?vi|co quan) chu tri) (so|cac|phong|bo|ubnd|ban|van phong|trung tam|chi cuc)\b)/,
  },
  {
    field: 'deadline',
    pattern:
      /^(thoi (gian|han|diem)|tien do|han)( (bao cao|trinh|thuc hien|hoan thanh|ket thuc|ban hanh|xong|gui|nop|can hoan thanh|du kien|trien khai))*(?= ?[:-]| (truoc|trong|quy|thang|cham nhat|ngay|den)\b)/,
  },
  {
    field: 'product',
    pattern:
      /^(san pham|ket qua|dau ra|hinh thuc van ban)( (dau ra|du kien|can dat|hoan thanh|dat duoc|thuc hien|chinh|dau ra du kien))*(?= ?:)/,
  },
  {
    field: 'matter',
    pattern:
      /^(noi dung|nhiem vu|noi dung cong viec|ten nhiem vu|noi dung nhiem vu|noi dung thuc hien)(?= ?:)/,
  },
];

/** Table headers by their folded synonyms. */
export const columnNames: {
  field: 'lead' | 'coordinating' | 'deadline' | 'product' | 'matter' | 'ordinal' | 'note';
  pattern: RegExp;
}[] = [
  { field: 'ordinal', pattern: /^(stt|tt|so tt|so thu tu)$/ },
  { field: 'coordinating', pattern: /phoi hop/ },
  {
    field: 'lead',
    pattern:
      /(chu tri|thuc hien chinh|don vi thuc hien|co quan thuc hien|dau moi|phu trach|nguoi thuc hien|don vi tham muu|trach nhiem)/,
  },
  {
    field: 'deadline',
    pattern: /(thoi (gian|han|diem)|tien do|han hoan thanh|ngay hoan thanh|han (bao cao|trinh))/,
  },
  { field: 'product', pattern: /(san pham|ket qua|dau ra)/ },
  {
    field: 'matter',
    pattern: /(noi dung|nhiem vu|cong viec|ten viec|dau viec|hoat dong|giai phap|ten van ban|ten de an)/,
  },
  { field: 'note', pattern: /^ghi chu/ },
];
