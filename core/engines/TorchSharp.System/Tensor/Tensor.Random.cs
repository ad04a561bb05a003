using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Ones with each element as their probability, zeros otherwise.</summary>
        public Tensor bernoulli(Generator? generator = null) => Ops.bernoulli.Invoke(this, generator);

        /// <summary>Fills with ones of a probability, zeros otherwise.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Ops.bernoulli__float.InPlace(this, p, generator);

        /// <summary>Fills with ones of these probabilities, zeros otherwise.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null) => Ops.bernoulli__Tensor.InPlace(this, p, generator);

        /// <summary>Numbers of successes in as many trials as the elements say.</summary>
        public Tensor binomial(Tensor prob, Generator? generator = null) => Ops.binomial.Invoke(this, prob, generator);

        /// <summary>Poisson numbers with each element as their rate.</summary>
        public Tensor poisson(Generator? generator = null) => Ops.poisson.Invoke(this, generator);

        /// <summary>Indices drawn with the elements of each row as weights: [rows, samples].</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Ops.multinomial.Invoke(this, num_samples, replacement, generator);

        /// <summary>Fills with normally distributed numbers.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => Ops.normal_.InPlace(this, mean, std, generator);

        /// <summary>Fills with numbers whose logarithms are normally distributed.</summary>
        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Ops.log_normal_.InPlace(this, mean, std, generator);

        /// <summary>Fills with numbers from an interval, its end excluded.</summary>
        public Tensor uniform_(double @from, double to, Generator? generator = null) => Ops.uniform_.InPlace(this, from, to, generator);

        /// <summary>Fills with whole numbers from an interval, its end excluded.</summary>
        public Tensor random_(double @from, double to, Generator? generator = null) =>
            Ops.random__from.InPlace(this, (long)from, (long)to, generator);

        /// <summary>Fills with Cauchy distributed numbers.</summary>
        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null) =>
            Ops.cauchy_.InPlace(this, median, sigma, generator);

        /// <summary>Fills with exponentially distributed numbers of a rate.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null) => Ops.exponential_.InPlace(this, lambda, generator);

        /// <summary>Fills with the numbers of trials until the first success.</summary>
        public Tensor geometric_(double p, Generator? generator = null) => Ops.geometric_.InPlace(this, p, generator);

        /// <summary>Numbers from [0, 1) in the shape of this tensor.</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Ops.rand_like.Invoke(this, dtype, Argument.Default, device).Recording(requires_grad);

        /// <summary>Normally distributed numbers in the shape of this tensor.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Ops.randn_like.Invoke(this, dtype, Argument.Default, device).Recording(requires_grad);

        /// <summary>Integers from [low, high) in the shape of this tensor.</summary>
        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Ops.randint_like_low_dtype.Invoke(this, low, high, dtype, Argument.Default, device).Recording(requires_grad);
    }
}
