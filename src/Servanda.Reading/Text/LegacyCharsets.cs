// The single-byte charsets and font encodings that Vietnamese was written in before Unicode.
using System.Text;

namespace Servanda.Reading.Text;

/// <summary>
/// windows-1252, windows-1258 (base letter, then combining mark), TCVN 5712 with its capital vowels left out as fonts did (TCVN3, "ABC"),
/// and VNI (base letter, then mark byte). A table gives the character of every byte.
/// </summary>
internal static class LegacyCharsets
{
    public static readonly string Windows1252 = CodePage(1252);
    public static readonly string Windows1258 = CodePage(1258);
    public static readonly string Tcvn3 = OfPairs(
        "A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ " +
        "D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ");

    /// <summary>VNI's letters of their own; the marks, which follow their letter, are in <see cref="VniMark"/>.</summary>
    public static readonly string Vni = OfPairs("F1đ D1Đ EDí ECì E6ỉ F3ĩ F2ị CDÍ CCÌ C6Ỉ D3Ĩ D2Ị F4ơ D4Ơ F6ư D6Ư EEỵ CEỴ");

    /// <summary>What a VNI mark byte adds to the letter before it, as combining marks (vowel mark first), or an empty text where the byte is no mark.</summary>
    public static string VniMark(byte mark) => mark switch
    {
        0xF9 or 0xD9 => "\u0301",
        0xF8 or 0xD8 => "\u0300",
        0xFB or 0xDB => "\u0309",
        0xF5 or 0xD5 => "\u0303",
        0xEF or 0xCF => "\u0323",
        0xE2 or 0xC2 => "\u0302",
        0xE1 or 0xC1 => "\u0302\u0301",
        0xE0 or 0xC0 => "\u0302\u0300",
        0xE5 or 0xC5 => "\u0302\u0309",
        0xE3 or 0xC3 => "\u0302\u0303",
        0xE4 or 0xC4 => "\u0302\u0323",
        0xEA or 0xCA => "\u0306",
        0xE9 or 0xC9 => "\u0306\u0301",
        0xE8 or 0xC8 => "\u0306\u0300",
        0xFA or 0xDA => "\u0306\u0309",
        0xFC or 0xDC => "\u0306\u0303",
        0xEB or 0xCB => "\u0306\u0323",
        _ => "",
    };

    /// <summary>The byte that windows-1252 (with Latin-1's controls in its gaps) writes <paramref name="c"/> as, or -1.</summary>
    public static int Windows1252Byte(char c)
    {
        if (c < 0x80 || c is >= '\u00A0' and <= '\u00FF') return c;
        if (c is >= '\u0080' and <= '\u009F') return c;
        for (var b = 0x80; b < 0xA0; b++)
            if (Windows1252[b] == c)
                return b;
        return -1;
    }

    private static string CodePage(int number)
    {
        var bytes = new byte[256];
        for (var b = 0; b < 256; b++) bytes[b] = (byte)b;
        return CodePagesEncodingProvider.Instance.GetEncoding(number)!.GetString(bytes);
    }

    private static string OfPairs(string pairs)
    {
        var table = Windows1252.ToCharArray();
        foreach (var pair in pairs.Split(' ')) table[Convert.ToInt32(pair[..2], 16)] = pair[2];
        return new string(table);
    }
}
