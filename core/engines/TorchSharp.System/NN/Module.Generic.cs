namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Something that is called with one argument.</summary>
        public interface IModule<T, TResult>
        {
            /// <summary>Calls it.</summary>
            TResult call(T input1);
        }

        /// <summary>A module that is called with one argument.</summary>
        public abstract class Module<T, TResult> :
            HookableModule<
                Func<Module<T, TResult>, T, T>,
                Func<Module<T, TResult>, T, TResult, TResult>>,
            IModule<T, TResult>
        {
            /// <summary>A module without parts.</summary>
            /// <param name="name">What the module calls itself.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>The work of the module, without hooks.</summary>
            public abstract TResult forward(T input);

            /// <summary>The work of the module, between its hooks.</summary>
            public TResult call(T input)
            {
                Run(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                    input = hook(this, input) ?? input;
                var result = forward(input);
                foreach (var hook in post_hooks.Values)
                    result = hook(this, input, result) ?? result;
                Run(module_post_hooks);
                return result;
            }
        }

        /// <summary>Something that is called with two arguments.</summary>
        public interface IModule<T1, T2, TResult>
        {
            /// <summary>Calls it.</summary>
            TResult call(T1 input1, T2 input2);
        }

        /// <summary>A module that is called with two arguments.</summary>
        public abstract class Module<T1, T2, TResult> :
            HookableModule<
                Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>,
                Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>,
            IModule<T1, T2, TResult>
        {
            /// <summary>A module without parts.</summary>
            /// <param name="name">What the module calls itself.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>The work of the module, without hooks.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>The work of the module, between its hooks.</summary>
            public TResult call(T1 input1, T2 input2)
            {
                Run(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                    (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                var result = forward(input1, input2);
                foreach (var hook in post_hooks.Values)
                    result = hook(this, input1, input2, result) ?? result;
                Run(module_post_hooks);
                return result;
            }
        }

        /// <summary>Something that is called with three arguments.</summary>
        public interface IModule<T1, T2, T3, TResult>
        {
            /// <summary>Calls it.</summary>
            TResult call(T1 input1, T2 input2, T3 input3);
        }

        /// <summary>A module that is called with three arguments.</summary>
        public abstract class Module<T1, T2, T3, TResult> :
            HookableModule<
                Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>,
                Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>,
            IModule<T1, T2, T3, TResult>
        {
            /// <summary>A module without parts.</summary>
            /// <param name="name">What the module calls itself.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>The work of the module, without hooks.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>The work of the module, between its hooks.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3)
            {
                Run(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                    (input1, input2, input3) = hook(this, input1, input2, input3) ?? (input1, input2, input3);
                var result = forward(input1, input2, input3);
                foreach (var hook in post_hooks.Values)
                    result = hook(this, input1, input2, input3, result) ?? result;
                Run(module_post_hooks);
                return result;
            }
        }

        /// <summary>Something that is called with four arguments.</summary>
        public interface IModule<T1, T2, T3, T4, TResult>
        {
            /// <summary>Calls it.</summary>
            TResult call(T1 input1, T2 input2, T3 input3, T4 input4);
        }

        /// <summary>A module that is called with four arguments.</summary>
        public abstract class Module<T1, T2, T3, T4, TResult> :
            HookableModule<
                Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>,
                Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>,
            IModule<T1, T2, T3, T4, TResult>
        {
            /// <summary>A module without parts.</summary>
            /// <param name="name">What the module calls itself.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>The work of the module, without hooks.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

            /// <summary>The work of the module, between its hooks.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4)
            {
                Run(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                    (input1, input2, input3, input4) = hook(this, input1, input2, input3, input4) ?? (input1, input2, input3, input4);
                var result = forward(input1, input2, input3, input4);
                foreach (var hook in post_hooks.Values)
                    result = hook(this, input1, input2, input3, input4, result) ?? result;
                Run(module_post_hooks);
                return result;
            }
        }

        /// <summary>Something that is called with five arguments.</summary>
        public interface IModule<T1, T2, T3, T4, T5, TResult>
        {
            /// <summary>Calls it.</summary>
            TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
        }

        /// <summary>A module that is called with five arguments.</summary>
        public abstract class Module<T1, T2, T3, T4, T5, TResult> :
            HookableModule<
                Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, (T1, T2, T3, T4, T5)?>,
                Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, TResult, TResult>>,
            IModule<T1, T2, T3, T4, T5, TResult>
        {
            /// <summary>A module without parts.</summary>
            /// <param name="name">What the module calls itself.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>The work of the module, without hooks.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);

            /// <summary>The work of the module, between its hooks.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5)
            {
                Run(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                {
                    var changed = hook(this, input1, input2, input3, input4, input5);
                    (input1, input2, input3, input4, input5) = changed ?? (input1, input2, input3, input4, input5);
                }
                var result = forward(input1, input2, input3, input4, input5);
                foreach (var hook in post_hooks.Values)
                    result = hook(this, input1, input2, input3, input4, input5, result) ?? result;
                Run(module_post_hooks);
                return result;
            }
        }

        /// <summary>Something that is called with six arguments.</summary>
        public interface IModule<T1, T2, T3, T4, T5, T6, TResult>
        {
            /// <summary>Calls it.</summary>
            TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
        }

        /// <summary>A module that is called with six arguments.</summary>
        public abstract class Module<T1, T2, T3, T4, T5, T6, TResult> :
            HookableModule<
                Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, (T1, T2, T3, T4, T5, T6)?>,
                Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult>>,
            IModule<T1, T2, T3, T4, T5, T6, TResult>
        {
            /// <summary>A module without parts.</summary>
            /// <param name="name">What the module calls itself.</param>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>The work of the module, without hooks.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);

            /// <summary>The work of the module, between its hooks.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6)
            {
                Run(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                {
                    var changed = hook(this, input1, input2, input3, input4, input5, input6);
                    (input1, input2, input3, input4, input5, input6) = changed ?? (input1, input2, input3, input4, input5, input6);
                }
                var result = forward(input1, input2, input3, input4, input5, input6);
                foreach (var hook in post_hooks.Values)
                    result = hook(this, input1, input2, input3, input4, input5, input6, result) ?? result;
                Run(module_post_hooks);
                return result;
            }
        }
    }
}
