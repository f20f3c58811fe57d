@echo off
rem Runs the Maven that .mvn\maven.version names, whatever is installed: mvnw verify
rem Like mvnw, which says more; it needs curl, certutil and tar, which Windows 10 and later have.
setlocal

for /f "usebackq tokens=1,2" %%a in ("%~dp0.mvn\maven.version") do set "version=%%a" & set "sha512=%%b"
if not defined sha512 set "why=cannot read %~dp0.mvn\maven.version" & goto fail

set "home=%MAVEN_USER_HOME%"
if not defined home set "home=%USERPROFILE%\.m2"
set "name=apache-maven-%version%"
set "dist=%home%\wrapper\dists\%name%\%sha512:~0,12%"
set "maven=%dist%\%name%\bin\mvn.cmd"
if exist "%maven%" goto run

echo mvnw: fetching Maven %version%>&2
set "work=%dist%\fetch.%RANDOM%%RANDOM%"
set "archive=%work%\%name%-bin.zip"
set "url=https://archive.apache.org/dist/maven/maven-3/%version%/binaries/%name%-bin.zip"
mkdir "%work%"
if errorlevel 1 set "why=cannot write to %dist%" & goto fail
pushd "%work%"

rem Outside the project, where neither its pom nor its JVM settings matter.
where /q mvn
if not errorlevel 1 call mvn -q -B -U org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy "-Dartifact=org.apache.maven:apache-maven:%version%:zip:bin" "-DoutputDirectory=%work%" >nul 2>&1 <nul
if not exist "%archive%" curl -fsSL -o "%archive%" "%url%"
if not exist "%archive%" set "why=cannot fetch Maven %version%, neither through the mvn on the PATH nor from %url%" & goto drop

certutil -hashfile "%archive%" SHA512 | findstr /i /x "%sha512%" >nul
if errorlevel 1 set "why=the SHA-512 of %name%-bin.zip is not that of .mvn\maven.version; not used" & goto drop

tar -xf "%archive%"
if errorlevel 1 set "why=cannot unpack %name%-bin.zip with tar" & goto drop

rem A rename, so that no one ever sees half of it; it fails where another call was first, whose copy is as good.
popd
move "%work%\%name%" "%dist%" >nul 2>&1
rmdir /s /q "%work%"
if not exist "%maven%" set "why=cannot write to %dist%" & goto fail

:run
call "%maven%" %*
exit /b %ERRORLEVEL%

:drop
popd
rmdir /s /q "%work%"
:fail
echo mvnw: %why%>&2
exit /b 1
