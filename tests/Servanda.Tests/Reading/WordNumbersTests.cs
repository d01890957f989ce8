// Words and their numbers: the same word in any case has one, two words never share one.
using Servanda.Reading.Text;
using Xunit;

namespace Servanda.Tests;

public class WordNumbersTests
{
    /// <summary>Every letter of Vietnamese, signs with a code and without, and letters of other scripts.</summary>
    private const string Letters = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵfjwz0123456789.,-\"'()üçñöšßșжΩ中–“";

    [Fact]
    public void Two_words_have_one_key_only_where_they_are_the_same_in_lower_case()
    {
        var keys = new Dictionary<ulong, string>();
        foreach (var first in Letters)
            foreach (var second in Letters + "\0")
            {
                var word = second == '\0' ? $"{first}" : $"{first}{second}";
                if (WordKeys.Of(word) is not WordKeys.None and var key) Assert.Equal(word, keys.TryAdd(key, word) ? word : keys[key]);
            }
        Assert.True(keys.Count > Letters.Length * 100, $"only {keys.Count} have a key");
    }

    [Fact]
    public void A_word_has_the_same_key_in_capitals()
    {
        foreach (var word in new[] { "nước", "đại", "uỷ", "Mỹ", "ô", "ơ", "hiệp", "nghiêng", "covid19", "ü" })
            Assert.Equal(WordKeys.Of(word), WordKeys.Of(word.ToUpperInvariant()));
    }

    [Fact]
    public void Every_syllable_has_a_key_and_long_words_and_rare_letters_have_none()
    {
        Assert.NotEqual(WordKeys.None, WordKeys.Of("nghiêng"));
        Assert.NotEqual(WordKeys.None, WordKeys.Of("chuyển"));
        Assert.Equal(WordKeys.None, WordKeys.Of("washington"));
        Assert.Equal(WordKeys.None, WordKeys.Of("жду"));
        Assert.Equal(WordKeys.None, WordKeys.Of(""));
    }

    [Fact]
    public void What_was_put_in_is_found_with_its_number_and_nothing_else()
    {
        var numbers = new WordNumbers();
        var words = (from first in "bcdđghklmnprstvx" from second in "aăâeêioôơuưyáàảãạ" from third in "cmnpt" select $"{first}{second}{third}").Concat(["washington", "жду", "中", "“"]).ToList();
        for (var i = 0; i < words.Count; i++) Assert.Equal(i + 1, numbers.Add(words[i]));
        for (var i = 0; i < words.Count; i++)
        {
            Assert.Equal(i + 1, numbers.Add(words[i]));
            Assert.Equal(i + 1, numbers.Find(words[i]));
        }
        foreach (var other in new[] { "qac", "washingtons", "ждут", "国", "”", "" }) Assert.Equal(WordNumbers.Unknown, numbers.Find(other));
    }

    [Fact]
    public void A_word_of_a_rule_is_found_in_any_case_and_no_other_word_is()
    {
        var vocabulary = new Servanda.Reading.Dates.Vocabulary();
        var words = (from first in "bcdđghklmnprstvx" from second in "aăâeêioôơuưyáàảãạ" from third in "cmnpt" select $"{first}{second}{third}").Concat(["washington", "жду", "中", "–"]).ToList();
        foreach (var word in words) vocabulary.Add(word.ToUpperInvariant());
        foreach (var word in words)
        {
            Assert.Equal(vocabulary.Add(word), vocabulary.Find(word));
            Assert.Equal(vocabulary.Add(word), vocabulary.Find(word.ToUpperInvariant()));
        }
        Assert.Equal(words.Count + 1, vocabulary.Count);
        foreach (var other in from first in "bcdđghklmnprstvx" from second in "eêioôơuưyáàảãạ" select $"{first}{second}q") Assert.Equal(WordNumbers.Unknown, vocabulary.Find(other));
    }
}
