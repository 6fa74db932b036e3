"""What offices shorten, and how they said it before, folded. Nothing here depends on a catalogue."""

from __future__ import annotations

#: Those that mean one thing wherever they stand in a report.
CLEAR = {
    "antt": "an ninh trat tu", "attp": "an toan thuc pham", "bhtn": "bao hiem that nghiep", "bhxh": "bao hiem xa hoi",
    "bhyt": "bao hiem y te", "bq": "binh quan", "bvmt": "bao ve moi truong", "cchc": "cai cach hanh chinh",
    "ccn": "cum cong nghiep", "cntt": "cong nghe thong tin", "csgd": "co so giao duc", "csvc": "co so vat chat",
    "ctrsh": "chat thai ran sinh hoat", "dn": "doanh nghiep", "dqtv": "dan quan tu ve", "dtc": "dau tu cong",
    "dtts": "dan toc thieu so", "dvc": "dich vu cong", "dvctt": "dich vu cong truc tuyen",
    "dvhc": "don vi hanh chinh", "gdmn": "giao duc mam non", "gdvh": "gia dinh van hoa",
    "gpmb": "giai phong mat bang", "gqvl": "giai quyet viec lam", "grdp": "tong san pham tren dia ban",
    "gtsp": "gia tri san pham", "gtsx": "gia tri san xuat", "hcc": "hanh chinh cong", "hdnd": "hoi dong nhan dan",
    "hgd": "ho gia dinh", "htx": "hop tac xa", "kcb": "kham chua benh", "kcn": "khu cong nghiep",
    "ktxh": "kinh te xa hoi", "llld": "luc luong lao dong", "mtqg": "muc tieu quoc gia",
    "mttq": "mat tran to quoc", "nsdp": "ngan sach dia phuong", "nsnn": "ngan sach nha nuoc",
    "nstw": "ngan sach trung uong", "ntm": "nong thon moi", "ntmkm": "nong thon moi kieu mau",
    "ntmnc": "nong thon moi nang cao", "nvqs": "nghia vu quan su", "qg": "quoc gia",
    "qsdd": "quyen su dung dat", "sp": "san pham", "sx": "san xuat", "sxkd": "san xuat kinh doanh",
    "tdp": "to dan pho", "tdtt": "the duc the thao", "thcs": "trung hoc co so", "tht": "to hop tac",
    "thpt": "trung hoc pho thong", "tnbq": "thu nhap binh quan", "tnbqdn": "thu nhap binh quan dau nguoi",
    "ttcn": "tieu thu cong nghiep", "tthc": "thu tuc hanh chinh", "tyt": "tram y te", "ubnd": "uy ban nhan dan",
    "vhxh": "van hoa xa hoi", "vsattp": "ve sinh an toan thuc pham", "vsmt": "ve sinh moi truong",
    "xd": "xay dung", "xdcb": "xay dung co ban", "xdntm": "xay dung nong thon moi",
}  # fmt: skip

#: Those that mean one thing only beside each other.
TOGETHER = {
    "cn xd": "cong nghiep xay dung", "cn xay dung": "cong nghiep xay dung", "cong nghiep xd": "cong nghiep xay dung",
    "cn ttcn": "cong nghiep tieu thu cong nghiep", "gd dt": "giao duc dao tao", "gt san pham": "gia tri san pham",
    "gt san xuat": "gia tri san xuat", "gt sp": "gia tri san pham", "gt sx": "gia tri san xuat",
    "hs tthc": "ho so thu tuc hanh chinh", "hs thu tuc": "ho so thu tuc", "kt xh": "kinh te xa hoi",
    "nn nong thon": "nong nghiep nong thon", "nn ts": "nong nghiep thuy san", "nn thuy san": "nong nghiep thuy san",
    "nong nghiep ts": "nong nghiep thuy san", "tm dv": "thuong mai dich vu", "tm dich vu": "thuong mai dich vu",
    "thuong mai dv": "thuong mai dich vu", "vh xh": "van hoa xa hoi",
}  # fmt: skip

#: Those with a second meaning in reports ('HS' is 'hồ sơ' and 'học sinh'): they never decide, only liken.
DOUBTFUL = {
    "cn": "cong nghiep", "cs": "co so", "dv": "dich vu", "gd": "giao duc", "gt": "gia tri", "hs": "ho so",
    "ld": "lao dong", "nn": "nong nghiep", "tm": "thuong mai", "tp": "thanh pho", "ts": "thuy san",
    "tx": "thuong xuyen", "vh": "van hoa", "vl": "viec lam", "yt": "y te",
}  # fmt: skip

#: Wordings of earlier reports and decrees: they liken too, for standards have changed under the same words.
OLDER = {
    "ti suat": "ti le", "chat thai ran sinh hoat": "rac thai sinh hoat",
    "ho ngheo da chieu": "ho ngheo theo chuan ngheo da chieu",
    "xa dat chuan quoc gia ve i te": "tram y te xa dat chuan quoc gia",
    "xa dat chuan quoc gia ve y te": "tram y te xa dat chuan quoc gia",
    "xa dat tieu chi quoc gia ve y te": "tram y te xa dat chuan quoc gia",
    "xa dat bo tieu chi quoc gia ve y te": "tram y te xa dat chuan quoc gia",
    "dat bo tieu chi quoc gia ve y te": "dat chuan quoc gia", "dat tieu chi quoc gia ve y te": "dat chuan quoc gia",
    "tong san pham xa hoi": "tong gia tri san pham", "tao viec lam moi": "giai quyet viec lam moi",
    "truoc va dung han": "dung han", "dung va truoc han": "dung han", "truoc han va dung han": "dung han",
    "ho gia dinh van hoa": "gia dinh van hoa", "nguoi dan": "dan so",
    "ho gia dinh dat danh hieu gia dinh van hoa": "gia dinh van hoa",
    "ho dat danh hieu gia dinh van hoa": "gia dinh van hoa", "gia dinh dat danh hieu van hoa": "gia dinh van hoa",
    "thon dat danh hieu thon van hoa": "thon van hoa", "thon dat danh hieu van hoa": "thon van hoa",
    "bao hiem y te toan dan": "bao hiem y te", "bao phu bao hiem xa hoi": "tham gia bao hiem xa hoi",
}  # fmt: skip
