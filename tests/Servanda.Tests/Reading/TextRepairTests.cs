// Charsets and repairs: what comes out is clean, and leads back.
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Servanda.Model;
using Servanda.Reading.Text;
using Xunit;

namespace Servanda.Tests;

public class TextRepairTests
{
    private const string Sentence = "Ngoại trưởng Nga tuyên bố nước này đình chỉ hiệp ước, đồng thời kêu gọi các bên giữ đúng những cam kết đã ký với Liên Xô trước đây.";

    [Fact]
    public void Utf16_is_recognised_with_and_without_its_mark()
    {
        Assert.Equal(("utf-16le", Sentence), Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sentence)]));
        Assert.Equal(("utf-16be", Sentence), Read([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sentence)]));
        Assert.Equal(("utf-16le", Sentence), Read(Encoding.Unicode.GetBytes(Sentence)));
    }

    [Fact]
    public void The_old_charsets_of_Vietnam_are_recognised()
    {
        Assert.Equal(("windows-1258", Sentence), Read(Windows1258(Sentence)));
        Assert.Equal(("tcvn3", Sentence), Read(Table(Sentence, LegacyCharsets.Tcvn3)));
        Assert.Equal(("vni", Sentence), Read(Vni(Sentence)));
    }

    [Fact]
    public void A_font_encoding_inside_utf8_is_undone()
    {
        Assert.Equal(("tcvn3", Sentence), Read(Encoding.UTF8.GetBytes(Western(Table(Sentence, LegacyCharsets.Tcvn3)))));
        Assert.Equal(("vni", Sentence), Read(Encoding.UTF8.GetBytes(Western(Vni(Sentence)))));
    }

    [Fact]
    public void Utf8_read_as_western_european_is_undone()
    {
        var repaired = Repair(Encoding.UTF8.GetBytes(Western(Encoding.UTF8.GetBytes(Sentence))));
        Assert.Equal(Sentence, repaired.Text);
        Assert.Contains("mojibake", repaired.Repairs);
    }

    [Fact]
    public void Decomposed_letters_are_composed_in_whatever_order_their_marks_stand()
    {
        Assert.Equal(Sentence, Repair(Encoding.UTF8.GetBytes(Sentence.Normalize(NormalizationForm.FormD))).Text);
        Assert.Equal("ấ ộ ợ", Repair(Encoding.UTF8.GetBytes("a\u0301\u0302 o\u0323\u0302 o\u0323\u031B")).Text);
    }

    [Theory]
    [InlineData("Ryab\u200Bkov", "Ryabkov")]
    [InlineData("thu\u200Byết", "thuyết")]
    [InlineData("hiệp\u200Bước", "hiệp ước")]
    [InlineData("Hiệp\u00A0ước", "Hiệp ước")]
    [InlineData("tuyên\u00AD bố", "tuyên bố")]
    [InlineData("hiệp 🚀ước", "hiệp 🚀ước")]
    [InlineData("hi🚀ệp", "hiệp")]
    [InlineData("hiệp🚀ước", "hiệp ước")]
    [InlineData("Ðức và ðã, hiệp ước", "Đức và đã, hiệp ước")]
    [InlineData("Мoscow", "Moscow")]
    [InlineData("Москва", "Москва")]
    [InlineData("ﬁnal", "final")]
    [InlineData("ＮＡＴＯ", "NATO")]
    [InlineData("một\r\nhai\r\n", "một\nhai\n")]
    [InlineData("một\rhai", "một\nhai")]
    [InlineData("hiệp\uFFFE ước\uFFFF", "hiệp ước")]
    public void Each_repair_does_this_and_no_more(string broken, string whole) => Assert.Equal(whole, Repair(Encoding.UTF8.GetBytes(broken)).Text);

    [Fact]
    public void Lines_stay_where_they_are()
    {
        var broken = "a\u2028b\nc\u000Bd\r\n\u200B\ne\u0085f";
        Assert.Equal(["a b", "c d", "", "e f"], Repair(Encoding.UTF8.GetBytes(broken)).Text.Split('\n'));
    }

    [Fact]
    public void Bytes_of_no_charset_are_no_text()
    {
        Assert.Null(TextRepair.Read([.. Enumerable.Range(0, 400).Select(i => (byte)(128 + i * 37 % 128))]));
        Assert.Null(TextRepair.Read("%PDF-1.7 x"u8));
        Assert.Null(TextRepair.Read([1, 2, 3, 4, 5, 6, 7, 8]));
    }

    [Fact]
    public void Whatever_the_bytes_the_text_is_in_normal_form_and_the_way_back_never_runs_backwards()
    {
        var pieces = Gen.Elements("a", "Ngoại", "e\u0302\u0301", "\u200B", "\u00A0", "🚀", "Ð", "\n", "\r\n", "á»‡", " ", "о", "\u0301", "ﬃ", "\uFEFF", "o\u0323\u031B", "Hiệp ước");
        Prop.ForAll(pieces.ListOf().ToArbitrary(), parts =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(parts));
            if (TextRepair.Read(bytes) is not { } repaired) return bytes.Length == 0;
            long last = 0;
            for (var i = 0; i <= repaired.Text.Length; i++)
            {
                var at = repaired.Map.ByteAt(i);
                if (at < last || at > bytes.Length) return false;
                last = at;
            }
            return repaired.Text.IsNormalized();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            TextRepair.Read(bytes);
            return true;
        }).QuickCheckThrowOnFailure();
    }

    private static RepairedText Repair(byte[] bytes) => TextRepair.Read(bytes) ?? throw new InvalidOperationException("no text");

    private static (string Charset, string Text) Read(byte[] bytes)
    {
        var repaired = Repair(bytes);
        return (Charsets.Name(repaired.Charset), repaired.Text);
    }

    private static string Western(byte[] bytes) => string.Concat(bytes.Select(b => LegacyCharsets.Windows1252[b]));

    private static byte[] Table(string text, string table) => [.. text.Select(c => (byte)table.IndexOf(c, StringComparison.Ordinal))];

    private static byte[] Windows1258(string text)
    {
        var bytes = new List<byte>();
        foreach (var c in text)
        {
            var (letter, tone) = Syllables.Parts(char.ToLowerInvariant(c));
            if (char.IsUpper(c)) letter = char.ToUpperInvariant(letter);
            bytes.Add((byte)LegacyCharsets.Windows1258.IndexOf(letter, StringComparison.Ordinal));
            if (tone > 0) bytes.Add((byte)LegacyCharsets.Windows1258.IndexOf("\u0301\u0300\u0309\u0303\u0323"[tone - 1], StringComparison.Ordinal));
        }
        return [.. bytes];
    }

    private static byte[] Vni(string text)
    {
        var bytes = new List<byte>();
        foreach (var c in text)
        {
            var own = LegacyCharsets.Vni.IndexOf(c, StringComparison.Ordinal);
            if (own >= 0 && (c < 0x80 || own >= 0x80 && (LegacyCharsets.Vni[own] != LegacyCharsets.Windows1252[own] || "íìÍÌ".Contains(c))))
            {
                bytes.Add((byte)own);
                continue;
            }
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            // Horned letters have a byte of their own; the tone follows.
            var horn = parts.Contains('\u031B');
            var letter = horn ? (parts[0] is 'o' ? 'ơ' : 'ư') : parts[0];
            var marks = string.Concat(parts[1..].Where(mark => mark != '\u031B').OrderBy(mark => mark is '\u0302' or '\u0306' ? 0 : 1));
            bytes.Add((byte)LegacyCharsets.Vni.IndexOf(letter, StringComparison.Ordinal));
            if (marks.Length > 0) bytes.Add((byte)Enumerable.Range(0xE0, 0x20).First(b => LegacyCharsets.VniMark((byte)b) == marks));
        }
        return [.. bytes];
    }
}
